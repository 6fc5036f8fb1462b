import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

// The package exports code only; its data lies beside that.
const folder = path.join(path.dirname(createRequire(import.meta.url).resolve("vega-datasets")), "../data");

/** Text of one of the public data sets in the npm package vega-datasets. */
export function readDataFile(name: string): Promise<string> {
  return readFile(path.join(folder, name), "utf8");
}
