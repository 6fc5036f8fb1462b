import { promisify } from "node:util";
import { gzip } from "node:zlib";

/** An event that has its number. */
export interface NumberedEntry {
  runId: string;
  json: string;
}

/** A batch as it goes over the wire; `body` stays the same through all retries. */
export interface Batch {
  number: number;
  entries: NumberedEntry[];
  body: Uint8Array;
}

export interface Sdk {
  name: string;
  version: string;
}

const compress = promisify(gzip);

export async function sealBatch(
  writer: string,
  number: number,
  sdk: Sdk,
  entries: NumberedEntry[],
): Promise<Batch> {
  const head = JSON.stringify({ writer, batch: number, sentAt: new Date().toISOString(), sdk });
  const text = `${head.slice(0, -1)},"events":[${entries.map((entry) => entry.json).join(",")}]}`;
  return { number, entries, body: await compress(text, { level: 1 }) };
}
