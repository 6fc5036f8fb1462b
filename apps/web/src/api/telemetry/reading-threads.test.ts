import { randomBytes, randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { createUuidV7, LIMITS } from "@heddle/contract";
import { readArrival } from "@heddle/core/ingest/read-arrival";
import { gzipped, sampleRun } from "@heddle/core/testing";
import { afterEach, expect, it } from "vitest";
import { ReadingThreads } from "./reading-threads";

const opened: ReadingThreads[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((threads) => threads.close()));
});

function open(script?: string): ReadingThreads {
  const threads = new ReadingThreads(
    script === undefined ? undefined : new URL(`data:text/javascript,${encodeURIComponent(script)}`),
  );
  opened.push(threads);
  return threads;
}

const receivedAt = new Date();
const batchOf = (nodes: number) =>
  gzipped({
    writer: randomUUID(),
    batch: 3,
    events: [...sampleRun(nodes, createUuidV7()).events, { odd: true }],
  });
/** Large enough to be read by a thread. */
const withByte = (first: number) => {
  const body = Buffer.alloc(20_000, first);
  return { body, encoding: "identity" as const, receivedAt };
};

it("reads a batch as the process itself would, in a thread or not", async () => {
  const threads = open();
  for (const nodes of [1, 300]) {
    const { body, encoding } = batchOf(nodes);
    const arrival = await threads.read("p", { body, encoding, receivedAt });
    const expected = await readArrival(body, encoding, receivedAt);
    expect({ ...arrival, digest: Buffer.from(arrival.digest) }).toEqual(expected);
    expect(arrival.rejected.length).toBeGreaterThan(0);
  }
});

it.each([
  ["no gzip", randomBytes(20_000), "gzip", { code: "invalid" }],
  ["no JSON", randomBytes(20_000), "identity", { code: "invalid" }],
  [
    "no envelope",
    Buffer.from(`{"writer":"${"x".repeat(20_000)}"}`),
    "identity",
    { code: "invalid", path: "/writer" },
  ],
  ["a gzip bomb", gzipSync(Buffer.alloc(LIMITS.inflatedBytes + 1)), "gzip", { code: "too_large" }],
] as const)("refuses %s as the process itself would", async (_, body, encoding, problem) => {
  const threads = open();
  await expect(threads.read("p", { body, encoding, receivedAt })).rejects.toMatchObject(problem);
});

const DIES = `
  import { parentPort } from "node:worker_threads";
  parentPort.on("message", ({ body }) => {
    if (body[0] === 1) process.exit(1);
    if (body[0] === 2) throw Object.assign(new Error("heap"), { code: "ERR_WORKER_OUT_OF_MEMORY" });
    parentPort.postMessage({ arrival: { batch: body[0] } });
  });`;

it("a thread that ends costs the batch that it had, and is replaced", async () => {
  const threads = open(DIES);
  const bytes = [1, 7, 2, 8, 1, 9, 1, 1, 10];
  const settled = await Promise.allSettled(bytes.map((byte) => threads.read(`p${byte}`, withByte(byte))));
  const seen = settled.map((one) => (one.status === "fulfilled" ? one.value.batch : one.reason.code));
  const [gone, full] = ["unavailable", "too_large"];
  expect(seen).toEqual([gone, 7, full, 8, gone, 9, gone, gone, 10]);
  expect((await threads.read("p", withByte(11))).batch).toBe(11);
});
