import { describe, expect, it } from "vitest";
import { createUuidV7 } from "../uuid";
import { telemetryEnvelopeSchema, telemetryEventSchema } from "./schemas";

const runId = createUuidV7();
const finished = {
  seq: 4,
  type: "node.finished",
  runId,
  node: "mean",
  task: "",
  attempt: 0,
  status: "succeeded",
  finishedAt: "2026-11-23T10:00:00.000Z",
};

describe("telemetryEventSchema", () => {
  it("takes an event with only what is required", () => {
    expect(telemetryEventSchema.parse(finished)).toEqual(finished);
  });

  it("ignores members that it does not know, so that newer clients can talk to an older server", () => {
    expect(telemetryEventSchema.parse({ ...finished, mood: "good" })).toEqual(finished);
  });

  it.each([
    ["another version of UUID", { ...finished, runId: crypto.randomUUID() }, ["runId"]],
    ["an empty node name", { ...finished, node: "" }, ["node"]],
    ["a date without a zone", { ...finished, finishedAt: "2026-11-23T10:00:00" }, ["finishedAt"]],
    ["a negative attempt", { ...finished, attempt: -1 }, ["attempt"]],
    ["an unknown status", { ...finished, status: "exploded" }, ["status"]],
  ])("refuses %s and says where", (_what, event, path) => {
    const result = telemetryEventSchema.safeParse(event);
    expect(result.success).toBe(false);
    expect(result.error?.issues[0]?.path).toEqual(path);
  });
});

describe("telemetryEnvelopeSchema", () => {
  const envelope = {
    writer: crypto.randomUUID(),
    batch: 0,
    sentAt: finished.finishedAt,
    sdk: { name: "test", version: "1" },
  };

  it("leaves events unparsed", () => {
    expect(telemetryEnvelopeSchema.parse({ ...envelope, events: [{ nonsense: true }] }).events).toEqual([
      { nonsense: true },
    ]);
  });

  it("refuses a batch without events", () => {
    expect(telemetryEnvelopeSchema.safeParse({ ...envelope, events: [] }).success).toBe(false);
  });
});
