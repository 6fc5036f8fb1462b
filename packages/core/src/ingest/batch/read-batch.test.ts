import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { createUuidV7, LIMITS, PROFILE_TYPE } from "@heddle/contract";
import { describe, expect, it } from "vitest";
import { batchBytes } from "../testing/batch-body";
import { inflate } from "./inflate";
import { readBatch } from "./read-batch";

const NOW = new Date("2026-11-20T12:00:00Z");
const runId = createUuidV7(NOW.getTime());
const finished = {
  type: "node.finished",
  seq: 1,
  runId,
  node: "a",
  task: "",
  attempt: 0,
  status: "succeeded",
  finishedAt: "2026-11-20T12:00:00Z",
};
const withValue = (value: unknown) => ({
  ...finished,
  attributes: [{ name: "v", role: "info", type: "x", schemaVersion: 1, value }],
});

function read(events: unknown[], edit = (text: string) => text) {
  const text = Buffer.from(batchBytes({ writer: randomUUID(), batch: 0, events })).toString();
  return readBatch(Buffer.from(edit(text)), NOW);
}

function firstValue(events: ReturnType<typeof read>["events"]): unknown {
  const [event] = events;
  return event?.type === "node.finished" ? event.attributes?.[0]?.value : undefined;
}

describe("readBatch", () => {
  it("keeps the good events and says of each bad one where and why", () => {
    const { events, rejected } = read([
      finished,
      { ...finished, status: "odd" },
      7,
      { ...finished, attempt: -1 },
    ]);
    expect(events).toHaveLength(1);
    expect(rejected).toMatchObject([
      { index: 1, path: "/status", code: "invalid_value" },
      { index: 2, path: "", code: "invalid_type" },
      { index: 3, path: "/attempt", code: "too_small" },
    ]);
  });

  it("reads NaN and infinities, as Python writes them, as null, but not inside texts", () => {
    const { events } = read([withValue(["#", "say NaN"])], (text) =>
      text.replace('"#"', "NaN,-Infinity,Infinity"),
    );
    expect(firstValue(events)).toEqual([null, null, null, "say NaN"]);
  });

  it("replaces what PostgreSQL cannot store and drops __proto__", () => {
    const odd = JSON.parse('{"__proto__":{"admin":true},"a\\u0000":"x\\ud800y\\u0000","ok":"😀"}');
    expect(firstValue(read([withValue(odd)]).events)).toEqual({ "a\ufffd": "x\ufffdy\ufffd", ok: "😀" });
  });

  it("takes whole numbers beyond 2^53 as values, but not as counters", () => {
    const { events, rejected } = read([withValue(2 ** 64), { ...finished, seq: 2 ** 64 }]);
    expect(firstValue(events)).toBe(2 ** 64);
    expect(rejected).toMatchObject([{ index: 1, path: "/seq" }]);
  });

  it("rejects runs from another time, dates that no table holds, and manifests under a wrong hash", () => {
    const old = createUuidV7(NOW.getTime() - LIMITS.runAgeMs - 1000);
    const next = createUuidV7(NOW.getTime() + LIMITS.runFutureMs + 1000);
    const manifest = { pipeline: "p", nodes: [], files: [], config: {} };
    const { rejected } = read([
      { ...finished, runId: old },
      { ...finished, runId: next },
      { ...finished, finishedAt: "0000-01-01T00:00:00Z" },
      { type: "code.version", seq: 2, runId, hash: "0".repeat(64), manifest },
    ]);
    expect(rejected.map(({ code, path }) => [code, path])).toEqual([
      ["run_id_out_of_window", "/runId"],
      ["run_id_out_of_window", "/runId"],
      ["time_out_of_range", "/finishedAt"],
      ["hash_mismatch", "/hash"],
    ]);
  });

  it("rejects a profile that is none, and names the place", () => {
    const attribute = {
      name: "r",
      role: "result",
      type: PROFILE_TYPE,
      schemaVersion: 1,
      value: { shape: "blob" },
    };
    const { rejected } = read([{ ...finished, attributes: [attribute] }]);
    expect(rejected).toMatchObject([{ index: 0, path: "/attributes/0/value/shape" }]);
  });

  it("rejects what is nested too deeply and what is too large", () => {
    const levels = 50_000;
    const deepen = (text: string) => text.replace('"#"', "[".repeat(levels) + "]".repeat(levels));
    const large = withValue(Array.from({ length: 70 }, () => "x".repeat(64_000)));
    const { events, rejected } = read([withValue("#"), large, finished], deepen);
    expect(rejected.map(({ index, code }) => [index, code])).toEqual([
      [0, "too_deep"],
      [1, "too_large"],
    ]);
    expect(events).toHaveLength(1);
  });

  it.each([
    ["text that is not JSON", "{", ""],
    ["another envelope", '{"writer":"me"}', "/writer"],
    ["a list", "[]", ""],
  ])("refuses %s as a whole", (_what, text, path) => {
    expect(() => readBatch(Buffer.from(text), NOW)).toThrow(
      expect.objectContaining({ code: "invalid", path }),
    );
  });

  it("refuses text made to keep a parser busy, and long strings do not exhaust it", () => {
    expect(() => readBatch(Buffer.from(`"${'\\\\"'.repeat(2_000_000)}`), NOW)).toThrow(
      expect.objectContaining({ code: "invalid" }),
    );
    const text = "y".repeat(3_000_000);
    const { events } = read([withValue([text, "#"])], (json) => json.replace('"#"', "NaN"));
    expect(firstValue(events)).toEqual([text, null]);
  });

  it.each(["{},", "[],", "1,"])("refuses %j twenty million times before it reads them", (piece) => {
    const text = `{"events":[${piece.repeat(20_000_000)}1]}`;
    expect(() => readBatch(Buffer.from(text), NOW)).toThrow(expect.objectContaining({ code: "too_large" }));
  });

  it("refuses bytes that are not UTF-8", () => {
    expect(() => readBatch(Uint8Array.of(0x22, 0xff, 0x22), NOW)).toThrow(
      expect.objectContaining({ code: "invalid" }),
    );
  });

  it("reads past a byte order mark", () => {
    expect(read([finished], (json) => `\ufeff${json}`).events).toEqual([finished]);
  });

  it("refuses more events than a batch may hold", () => {
    const many = Array.from({ length: LIMITS.eventsPerBatch + 1 }, () => finished);
    expect(() => read(many)).toThrow(expect.objectContaining({ code: "invalid", path: "/events" }));
  });
});

describe("inflate", () => {
  it("stops a body that grows beyond the limit", async () => {
    const bomb = gzipSync(Buffer.alloc(LIMITS.inflatedBytes + 1));
    await expect(inflate(bomb, "gzip")).rejects.toMatchObject({ code: "too_large" });
  });

  it("refuses broken gzip and a body over the limit", async () => {
    await expect(inflate(Buffer.from("no gzip"), "gzip")).rejects.toMatchObject({ code: "invalid" });
    await expect(inflate(gzipSync("[1,2,3]").subarray(0, 15), "gzip")).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(inflate(Buffer.alloc(LIMITS.bodyBytes + 1), "identity")).rejects.toMatchObject({
      code: "too_large",
    });
  });
});
