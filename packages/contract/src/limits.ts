/** Sizes the server accepts. The SDK keeps to them; bytes are UTF-8 bytes. */
export const LIMITS = {
  /** Request body as it comes over the wire, compressed or not. */
  bodyBytes: 10 * 1024 * 1024,
  /** Request body after decompression. */
  inflatedBytes: 64 * 1024 * 1024,
  eventsPerBatch: 1000,
  /** One event as JSON. */
  eventBytes: 4 * 1024 * 1024,
  jsonDepth: 64,
  /** Members of one object in a value. */
  jsonMembers: 10_000,
  nameLength: 4096,
  textLength: 64 * 1024,
  tags: 64,
  columnsPerProfile: 2000,
  histogramBins: 64,
  topValues: 20,
  nodesPerVersion: 20_000,
  filesPerVersion: 5000,
  blobBytes: 5 * 1024 * 1024,
  /** A run id's own time may lie this far from the server's clock. */
  runAgeMs: 35 * 24 * 60 * 60 * 1000,
  runFutureMs: 24 * 60 * 60 * 1000,
} as const;
