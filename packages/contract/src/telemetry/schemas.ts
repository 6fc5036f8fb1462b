import { z } from "zod";
import { codeManifestSchema } from "../code/schemas";
import { LIMITS } from "../limits";
import { count, instant, json, name, runId, sha256, tags, text } from "../primitives";
import type {
  CodeVersionDefined,
  NodeFinished,
  NodeStarted,
  RunFinished,
  RunHeartbeat,
  RunStarted,
  TelemetryAnswer,
  TelemetryBatch,
  TelemetryEvent,
} from "./events";
import { attributeSchema, environmentSchema, errorReportSchema, gitStateSchema } from "./parts";

const base = { seq: count, runId };
const nodeBase = { ...base, node: name, task: z.string().max(LIMITS.nameLength), attempt: count.max(10_000) };
const attributes = z.array(attributeSchema).max(LIMITS.columnsPerProfile);

const runStarted = z.object({
  ...base,
  type: z.literal("run.started"),
  pipeline: name,
  startedAt: instant,
  codeVersion: sha256.optional(),
  git: gitStateSchema.optional(),
  environment: environmentSchema.optional(),
  tags: tags.optional(),
  inputs: attributes.optional(),
  config: z.record(z.string(), json).optional(),
  trigger: name.optional(),
  heartbeatSeconds: z.number().min(1).max(3600).optional(),
  parentRunId: runId.optional(),
  plannedNodes: z.array(name).max(LIMITS.nodesPerVersion).optional(),
}) satisfies z.ZodType<RunStarted>;

const runHeartbeat = z.object({
  ...base,
  type: z.literal("run.heartbeat"),
  at: instant,
}) satisfies z.ZodType<RunHeartbeat>;

const runFinished = z.object({
  ...base,
  type: z.literal("run.finished"),
  status: z.enum(["succeeded", "failed", "cancelled"]),
  finishedAt: instant,
  codeVersion: sha256.optional(),
  error: errorReportSchema.optional(),
  dropped: z.record(name, count).optional(),
}) satisfies z.ZodType<RunFinished>;

const nodeStarted = z.object({
  ...nodeBase,
  type: z.literal("node.started"),
  startedAt: instant,
}) satisfies z.ZodType<NodeStarted>;

const nodeFinished = z.object({
  ...nodeBase,
  type: z.literal("node.finished"),
  status: z.enum(["succeeded", "failed", "skipped"]),
  startedAt: instant.optional(),
  finishedAt: instant,
  error: errorReportSchema.optional(),
  attributes: attributes.optional(),
}) satisfies z.ZodType<NodeFinished>;

const codeVersionDefined = z.object({
  ...base,
  type: z.literal("code.version"),
  hash: sha256,
  manifest: codeManifestSchema,
  git: gitStateSchema.optional(),
}) satisfies z.ZodType<CodeVersionDefined>;

/** One event. Events of a batch are parsed one by one, so that a bad one does not cost the others. */
export const telemetryEventSchema = z
  .discriminatedUnion("type", [
    runStarted,
    runHeartbeat,
    runFinished,
    nodeStarted,
    nodeFinished,
    codeVersionDefined,
  ])
  .meta({ id: "TelemetryEvent" }) satisfies z.ZodType<TelemetryEvent>;

/** A batch whose events are still unparsed. */
export const telemetryEnvelopeSchema = z.object({
  writer: z.uuid(),
  batch: count,
  sentAt: instant,
  sdk: z.object({ name: text, version: text }),
  events: z.array(z.unknown()).min(1).max(LIMITS.eventsPerBatch),
});

/** A batch as the OpenAPI document describes it. */
export const telemetryBatchSchema = telemetryEnvelopeSchema
  .extend({ events: z.array(telemetryEventSchema).min(1).max(LIMITS.eventsPerBatch) })
  .meta({ id: "TelemetryBatch" }) satisfies z.ZodType<TelemetryBatch>;

export const telemetryAnswerSchema = z
  .object({
    accepted: count,
    rejected: z.array(z.object({ index: count, code: text, message: text, path: text, fix: text })),
    need: z.object({ codeVersions: z.array(sha256), blobs: z.array(sha256) }),
  })
  .meta({ id: "TelemetryAnswer" }) satisfies z.ZodType<TelemetryAnswer>;
