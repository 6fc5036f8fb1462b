import { gzipSync } from "node:zlib";

interface Parts {
  writer: string;
  batch: number;
  events: readonly unknown[];
}

/** A batch's JSON as bytes, as an SDK would send it. */
export function batchBytes({ writer, batch, events }: Parts): Uint8Array {
  const sdk = { name: "test", version: "0" };
  return Buffer.from(JSON.stringify({ writer, batch, sentAt: "2026-11-20T10:00:00.000Z", sdk, events }));
}

/** The input of `acceptBatch` for these events. */
export function gzipped(parts: Parts): { body: Uint8Array; encoding: "gzip" } {
  return { body: gzipSync(batchBytes(parts)), encoding: "gzip" };
}
