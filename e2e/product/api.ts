import type { RunPage, RunWithNodes } from "@heddle/contract";
import type { Product } from "./start-product";

type Reader = Pick<Product, "url" | "apiKey">;

/** Reads a run with a page of its node runs through the public API. */
export async function readRun(product: Reader, id: string, cursor: string): Promise<RunWithNodes> {
  const query = cursor === "" ? "" : `?cursor=${encodeURIComponent(cursor)}`;
  return (await get(product, `/api/v1/runs/${id}${query}`)) as RunWithNodes;
}

/** The newest runs of a pipeline, newest first. */
export async function readRuns(product: Reader, pipeline: string): Promise<RunPage["runs"]> {
  const page = (await get(product, `/api/v1/runs?pipeline=${encodeURIComponent(pipeline)}`)) as RunPage;
  return page.runs;
}

async function get(product: Reader, address: string): Promise<unknown> {
  const response = await fetch(`${product.url}${address}`, {
    headers: { authorization: `Bearer ${product.apiKey}` },
  });
  if (!response.ok) throw new Error(`${address}: ${response.status} ${await response.text()}`);
  return response.json();
}
