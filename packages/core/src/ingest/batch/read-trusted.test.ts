import { createUuidV7, PROFILE_TYPE, type TelemetryEvent } from "@heddle/contract";
import { describe, expect, it } from "vitest";
import { sampleRun } from "../testing/sample-run";
import { readBatch } from "./read-batch";
import { readTrusted } from "./read-trusted";

const NOW = new Date("2026-11-20T10:00:00Z");
const RUN_ID = createUuidV7(NOW.getTime());

/** Batches as their bytes, since `__proto__` can be a member of JSON only. */
function bytesOf(events: unknown[]): Uint8Array {
  const envelope = { writer: crypto.randomUUID(), batch: 0, sentAt: NOW.toISOString() };
  return Buffer.from(JSON.stringify({ ...envelope, sdk: { name: "test", version: "1" }, events }));
}

/** The same with members that nobody knows in every object. */
function withUnknown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withUnknown);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [key, withUnknown(member)]);
  return Object.fromEntries([...members, ["toString", "x"], ["mood", { deep: [1] }]]);
}

/** Members whose values are records or any JSON keep what they have. */
const OPEN = new Set(["tags", "config", "value", "packages", "variables", "dropped"]);

function onlyInClosed(value: unknown): unknown {
  const opened = withUnknown(value);
  return restore(value, opened);
}

function restore(from: unknown, to: unknown): unknown {
  if (Array.isArray(from) && Array.isArray(to)) return from.map((item, index) => restore(item, to[index]));
  if (typeof from !== "object" || from === null || typeof to !== "object" || to === null) return to;
  const known = Object.entries(from).map(([key, member]) => {
    return [key, OPEN.has(key) ? member : restore(member, (to as Record<string, unknown>)[key])];
  });
  return { ...to, ...Object.fromEntries(known) };
}

function expectSame(bytes: Uint8Array): TelemetryEvent[] {
  const read = readBatch(bytes, NOW);
  const rejected = read.rejected.map(({ index }) => index);
  const trusted = readTrusted(bytes, rejected);
  expect(trusted).toEqual(read.events);
  return trusted;
}

describe("readTrusted", () => {
  const { events } = sampleRun(6, RUN_ID);

  it("reads what readBatch reads", () => {
    expect(expectSame(bytesOf(events))).toHaveLength(events.length);
  });

  it("leaves out what was refused on arrival, wherever it stands", () => {
    const mixed = [
      { type: "nonsense" },
      ...events.slice(0, 3),
      7,
      { ...events[4], seq: -1 },
      ...events.slice(5),
    ];
    expect(expectSame(bytesOf(mixed))).toHaveLength(events.length - 2);
    expect(expectSame(bytesOf([null, []]))).toEqual([]);
  });

  it("leaves out members that the contract does not name, at every depth", () => {
    const git = { commit: "c", branch: null, dirty: null, remote: null, author: null, message: null };
    const more = events.map((event) => (event.type === "run.started" ? { ...event, git } : event));
    const strange = more.map(onlyInClosed);
    expect(JSON.stringify(strange)).toContain("mood");
    expect(expectSame(bytesOf(strange))).toEqual(more);
  });

  it("keeps every member of values that are any JSON", () => {
    const value = withUnknown({ a: [{ b: 1 }] });
    const attribute = { name: "a", role: "info", type: "custom", schemaVersion: 1, value };
    const [event] = expectSame(
      bytesOf(
        events
          .filter(({ type }) => type === "node.finished")
          .map((one) => ({ ...one, attributes: [attribute] })),
      ),
    );
    expect(event).toMatchObject({
      attributes: [{ value: { mood: { deep: [1] }, a: [{ b: 1, toString: "x" }] } }],
    });
  });

  it("knows no __proto__, NaN, NUL or lone surrogate", () => {
    const text = Buffer.from(bytesOf(events))
      .toString()
      .replaceAll('"seq":', '"__proto__":{"type":"x"},"\\u005f_proto__":1,"seq":')
      .replaceAll(`"type":"${PROFILE_TYPE}"`, `"mood":NaN,"type":"${PROFILE_TYPE}"`)
      .replaceAll("broke", "\\u0000 \\ud800 broke");
    const read = expectSame(Buffer.from(text));
    expect(read).toHaveLength(events.length);
    expect(JSON.stringify(read)).toContain("\ufffd \ufffd broke");
    expect(Object.getPrototypeOf(read[0])).toBe(Object.prototype);
  });
});
