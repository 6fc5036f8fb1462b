import { createUuidV7 } from "@heddle/contract";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Behaviour, RecordingServer } from "../testing/recording-server";
import { Client } from "./client";

let server: RecordingServer;
let client: Client;
const dropped: Record<string, number> = {};
const runId = createUuidV7();

beforeEach(async () => {
  server = await RecordingServer.start();
  for (const reason of Object.keys(dropped)) delete dropped[reason];
  const onDrop = (count: number, reason: string) => {
    dropped[reason] = (dropped[reason] ?? 0) + count;
  };
  client = new Client({ url: new URL(server.url), apiKey: "hdl_test", project: null, variables: [], onDrop });
});

afterEach(async () => {
  await client.shutdown(0, "test_end");
  await server.close();
  expect(server.problems).toEqual([]);
});

/** Records `count` events, named so that their order can be told. */
function record(count: number, from = 0, name = "n") {
  for (let index = from; index < from + count; index++) {
    const node = `${name}${index}`;
    client.record({
      type: "node.started",
      runId,
      node,
      task: "",
      attempt: 0,
      startedAt: new Date().toISOString(),
    });
  }
}

const nodes = () => server.of("node.started").map((event) => event.node);
const first = (...behaviours: Behaviour[]) => {
  server.behave = (_, request) => behaviours[request] ?? "normal";
};

describe("flush", () => {
  it("waits for the batch in flight and for everything queued at the call", async () => {
    let release: (behaviour: Behaviour) => void = () => undefined;
    const held = new Promise<Behaviour>((resolve) => {
      release = resolve;
    });
    const arrived = new Promise<void>((resolve) => {
      server.behave = (_, request) => {
        resolve();
        return request === 0 ? held : "normal";
      };
    });
    record(3);
    const early = client.flush(5000);
    await arrived;
    record(2, 3);
    let done = false;
    const flushed = client.flush(5000).then((result) => {
      done = true;
      return result;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect([done, server.accepted.length]).toEqual([false, 0]);
    release("normal");
    expect([await early, await flushed]).toEqual([true, true]);
    expect(nodes()).toEqual(["n0", "n1", "n2", "n3", "n4"]);
  });

  it("says when the time was up before", async () => {
    server.behave = () => "hang";
    record(1);
    expect(await client.flush(100)).toBe(false);
  });

  it("has nothing to wait for when nothing was recorded", async () => {
    expect(await client.flush(1000)).toBe(true);
    expect(server.requests).toEqual([]);
  });
});

describe("delivery", () => {
  it("numbers events and batches from 0 without gaps", async () => {
    record(1200);
    expect(await client.flush(5000)).toBe(true);
    expect(server.accepted.map((batch) => batch.batch)).toEqual([0, 1, 2]);
    expect(server.events.map((event) => event.seq)).toEqual(Array.from({ length: 1200 }, (_, seq) => seq));
    expect(new Set(server.accepted.map((batch) => batch.writer)).size).toBe(1);
  });

  it.each<[string, Behaviour]>([
    ["500", { status: 500, body: "<html>" }],
    ["503 with Retry-After", { status: 503, headers: { "retry-after": "0" } }],
    ["429 with a date", { status: 429, headers: { "retry-after": new Date(0).toUTCString() } }],
    ["408", { status: 408 }],
    ["a lost connection", "reset"],
    ["200 with a page instead of an answer", { status: 200, body: "<!doctype html>" }],
    ["202 with other JSON", { status: 202, body: '{"hello":1}' }],
  ])("repeats a batch with the same number and bytes after %s", async (_, behaviour) => {
    first(behaviour, behaviour);
    record(3);
    expect(await client.flush(8000)).toBe(true);
    expect(server.requests).toHaveLength(3);
    expect(new Set(server.requests.map((batch) => batch.body)).size).toBe(1);
    expect(nodes()).toEqual(["n0", "n1", "n2"]);
    expect(dropped).toEqual({});
  });

  it("waits as long as a server asks that is asked too often, however eager the process, and loses nothing", async () => {
    const times: number[] = [];
    server.behave = () => {
      times.push(performance.now());
      return times.length < 3 ? { status: 429, headers: { "retry-after": "1" } } : "normal";
    };
    record(3);
    const eager = setInterval(() => void client.flush(20), 50);
    await vi.waitUntil(() => times.length === 1);
    record(2, 3);
    expect(await client.flush(8000)).toBe(true);
    clearInterval(eager);
    for (const at of [1, 2]) expect((times[at] ?? 0) - (times[at - 1] ?? 0)).toBeGreaterThan(990);
    expect(nodes()).toEqual(["n0", "n1", "n2", "n3", "n4"]);
    expect(dropped).toEqual({});
  });

  it("halves what is too large, under new numbers, until it fits", async () => {
    server.behave = (batch) => (batch.events.length > 2 ? { status: 413 } : "normal");
    record(7);
    record(1, 7);
    expect(await client.flush(5000)).toBe(true);
    expect(nodes()).toEqual(["n0", "n1", "n2", "n3", "n4", "n5", "n6", "n7"]);
    expect(server.events.map((event) => event.seq)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    const numbers = server.requests.map((batch) => batch.batch);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it("drops a single event that is too large, and only that", async () => {
    server.behave = (batch) => (batch.body.includes("huge1") ? { status: 413 } : "normal");
    record(3, 0, "huge");
    expect(await client.flush(5000)).toBe(true);
    expect(nodes()).toEqual(["huge0", "huge2"]);
    expect(dropped).toEqual({ too_large: 1 });
  });

  it.each([400, 409])("drops what the server refuses with %i, says so, and goes on", async (status) => {
    first({ status, body: "{}" });
    record(2);
    expect(await client.flush(5000)).toBe(true);
    record(1, 2);
    expect(await client.flush(5000)).toBe(true);
    expect(nodes()).toEqual(["n2"]);
    expect(dropped).toEqual({ [`http_${status}`]: 2 });
  });

  it("measures events in bytes, and drops one above the limit", async () => {
    const close = (4 * 1024 * 1024 - 70_000) / 3;
    const event = { type: "run.heartbeat" as const, runId, at: new Date().toISOString() };
    client.record({ ...event, note: "€".repeat(close) } as typeof event);
    client.record({ ...event, note: "€".repeat(close + 3000) } as typeof event);
    expect(await client.flush(5000)).toBe(true);
    expect(server.events).toHaveLength(1);
    expect(dropped).toEqual({ event_too_large: 1 });
  });

  it("keeps the buffer bounded, and counts by run what finds no room", async () => {
    server.behave = () => "hang";
    client.drops.open(runId);
    const event = {
      type: "node.started" as const,
      runId,
      task: "",
      attempt: 0,
      startedAt: new Date().toISOString(),
    };
    for (let index = 0; index < 20; index++) client.record({ ...event, node: "x".repeat(3 * 1024 * 1024) });
    expect(dropped.buffer_full).toBeGreaterThan(5);
    expect(client.drops.close(runId)).toEqual({ buffer_full: dropped.buffer_full });
    await client.shutdown(0, "process_exit");
    expect((dropped.process_exit ?? 0) + (dropped.buffer_full ?? 0)).toBe(20);
  });

  it("counts events that the server rejects", async () => {
    const rejected = [{ index: 1, code: "invalid", message: "no", path: "", fix: "" }];
    const body = JSON.stringify({ accepted: 1, rejected, need: { codeVersions: [], blobs: [] } });
    first({ status: 202, body });
    record(2);
    expect(await client.flush(5000)).toBe(true);
    expect(dropped).toEqual({ rejected_invalid: 1 });
  });

  it("knows what is wrong with a server that speaks no TLS, and tells no secrets of its address", async () => {
    const url = new URL(server.url.replace("http://", "https://me:hunter2@"));
    const mistaken = new Client({ url, apiKey: "hdl_test", project: null, variables: [], onDrop: undefined });
    mistaken.record({ type: "run.heartbeat", runId, at: new Date().toISOString() });
    await mistaken.handOver(5000);
    expect(mistaken.complaint).toMatch(
      /^https:\/\/127\.0\.0\.1:\d+ could not be reached \(TLS failed: \w+\), so 1 event is not recorded\.$/,
    );
    await mistaken.shutdown(0, "test_end");
  });

  it("survives a callback that throws", async () => {
    const throwing = new Client({
      url: new URL(server.url),
      apiKey: "hdl_test",
      project: null,
      variables: [],
      onDrop() {
        throw new Error("mine");
      },
    });
    throwing.drops.add([runId], "test");
    expect(await throwing.shutdown(1000, "test")).toBe(true);
  });
});
