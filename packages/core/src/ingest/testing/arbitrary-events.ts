import type { ErrorReport, TelemetryEvent } from "@heddle/contract";
import fc from "fast-check";

/** An event with the batch that brings it. */
export interface Sent {
  event: TelemetryEvent;
  writer: string;
  receivedAt: string;
}

const RUNS = ["01990000-0000-7000-8000-000000000001", "01990000-0000-7000-8000-000000000002"] as const;
const WRITERS = ["10000000-0000-4000-8000-000000000000", "20000000-0000-4000-8000-000000000000"] as const;

/** Few values, so that events meet each other often. */
const instant = fc.nat({ max: 5 }).map((second) => `2026-11-20T10:00:0${second}.000Z`);
const error: fc.Arbitrary<ErrorReport> = fc.constantFrom("a", "b").map((message) => {
  return { type: "Error", message, stack: "", frames: [], causes: [] };
});
const option = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });
const attribute = fc.record({
  name: fc.constantFrom("rows", "score"),
  role: fc.constant("metric" as const),
  type: fc.constant("heddle.scalar"),
  schemaVersion: fc.constant(1),
  value: fc.nat({ max: 3 }),
});
const node = { node: fc.constantFrom("a", "b"), task: fc.constantFrom("", "1"), attempt: fc.nat({ max: 2 }) };
const base = { runId: fc.constantFrom(...RUNS), seq: fc.constant(0) };

const started = fc.record({
  ...base,
  type: fc.constant("run.started" as const),
  pipeline: fc.constantFrom("p", "q"),
  startedAt: instant,
  codeVersion: option(fc.constantFrom("c1", "c2")),
  tags: option(fc.dictionary(fc.constantFrom("x", "y"), fc.constantFrom("1", "2"))),
  config: option(fc.dictionary(fc.constantFrom("x", "y"), fc.nat({ max: 2 }))),
  inputs: option(fc.array(attribute, { maxLength: 2 })),
  plannedNodes: option(fc.subarray(["a", "b", "c"])),
  heartbeatSeconds: option(fc.constantFrom(5, 10)),
});
const finished = fc.record({
  ...base,
  type: fc.constant("run.finished" as const),
  status: fc.constantFrom("succeeded", "failed", "cancelled"),
  finishedAt: instant,
  error: option(error),
  dropped: option(fc.dictionary(fc.constantFrom("full", "spool"), fc.nat({ max: 3 }))),
});
const heartbeat = fc.record({ ...base, type: fc.constant("run.heartbeat" as const), at: instant });
const nodeStarted = fc.record({
  ...base,
  ...node,
  type: fc.constant("node.started" as const),
  startedAt: instant,
});
const nodeFinished = fc.record({
  ...base,
  ...node,
  type: fc.constant("node.finished" as const),
  status: fc.constantFrom("succeeded", "failed", "skipped"),
  startedAt: option(instant),
  finishedAt: instant,
  error: option(error),
  attributes: option(fc.array(attribute, { maxLength: 2 })),
});

const anyEvent: fc.Arbitrary<TelemetryEvent> = fc.oneof(
  started,
  finished,
  heartbeat,
  nodeStarted,
  nodeFinished,
);

/** Events of two runs from two writers. A writer's number names one event, as the contract has it. */
export const sentEvents: fc.Arbitrary<Sent[]> = fc
  .array(fc.record({ event: anyEvent, writer: fc.constantFrom(...WRITERS), receivedAt: instant }), {
    maxLength: 14,
  })
  .map((all) => all.map((sent, seq) => ({ ...sent, event: { ...sent.event, seq } })));
