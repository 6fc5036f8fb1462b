export { batchBytes, gzipped } from "./batch-body";
export { ingestContext } from "./ingest-context";
export { type SampleRun, sampleRun } from "./sample-run";
export { type StoredRows, storedRows } from "./stored-rows";
