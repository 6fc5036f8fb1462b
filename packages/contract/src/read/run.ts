import { z } from "zod";
import { count, instant, runId, sha256, text } from "../primitives";
import { environmentSchema, errorReportSchema, gitStateSchema } from "../telemetry/parts";

/**
 * `lost`: the client promised a sign of life and has been silent for a minute. `silent`: it promised none, and nothing
 * was heard of the run for far longer than it usually takes.
 */
export const runStatusSchema = z.enum(["running", "succeeded", "failed", "cancelled", "lost", "silent"]);
export type RunStatus = z.infer<typeof runStatusSchema>;

/** `pending`: planned, not begun yet. `skipped`: will not run, because something before it failed. */
export const nodeStatusSchema = z.enum(["pending", "running", "succeeded", "failed", "skipped"]);
export type NodeStatus = z.infer<typeof nodeStatusSchema>;

const milliseconds = z.number().min(0);

const mark = z.boolean().nullable();

const runMarksSchema = z.object({ code: mark, input: mark, config: mark, environment: mark }).meta({
  id: "RunMarks",
  description:
    "What differs from the previous run of the pipeline: code of a node; declared inputs, or an input node whose values moved further than chance moves them; configuration of the run or its version; packages or runtime. Null is not known.",
});
export type RunMarks = z.infer<typeof runMarksSchema>;

export const runSummarySchema = z
  .object({
    id: runId,
    number: count.nullable().meta({ description: "Number of the run within its pipeline, from 1." }),
    pipeline: text.nullable(),
    status: runStatusSchema,
    codeVersion: sha256.nullable(),
    git: gitStateSchema.nullable(),
    trigger: text.nullable(),
    tags: z.record(z.string(), text),
    startedAt: instant,
    finishedAt: instant.nullable(),
    durationMs: milliseconds.nullable(),
    usualMs: z.object({ p10: milliseconds, p50: milliseconds, p90: milliseconds }).nullable().meta({
      description: "Duration of the last 50 successful runs of the pipeline; null below 5 of them.",
    }),
    nodes: z.object({ total: count, succeeded: count, failed: count, running: count, skipped: count }),
    failure: z.object({ node: text.nullable(), type: text, message: text }).nullable(),
    changed: runMarksSchema.nullable().meta({
      description: "What differs from the previous run of the pipeline; null for its first run.",
    }),
    lastSeenAt: instant,
  })
  .meta({ id: "RunSummary" });
export type RunSummary = z.infer<typeof runSummarySchema>;

export const runPageSchema = z
  .object({
    runs: z.array(runSummarySchema),
    nextCursor: text.nullable(),
    searchedTo: instant.nullable().meta({
      description:
        "When no index answers the filter, so many runs are looked at for a page: it holds those back to this time, and `nextCursor` goes on from there. Null when the page is what it is asked for.",
    }),
  })
  .meta({ id: "RunPage" });
export type RunPage = z.infer<typeof runPageSchema>;

export const nodeRunSchema = z
  .object({
    node: text,
    task: text,
    status: nodeStatusSchema,
    attempt: count,
    startedAt: instant.nullable(),
    finishedAt: instant.nullable(),
    durationMs: milliseconds.nullable(),
    error: errorReportSchema.nullable(),
  })
  .meta({ id: "NodeRun" });
export type NodeRun = z.infer<typeof nodeRunSchema>;

export const runDetailSchema = runSummarySchema
  .extend({
    environment: environmentSchema.nullable(),
    config: z.record(z.string(), z.json()),
    error: errorReportSchema.nullable(),
    dropped: z.record(z.string(), count),
  })
  .meta({ id: "RunDetail" });
export type RunDetail = z.infer<typeof runDetailSchema>;

export const runWithNodesSchema = runDetailSchema
  .extend({ nodeRuns: z.array(nodeRunSchema), nextCursor: text.nullable() })
  .meta({ id: "RunWithNodes" });
export type RunWithNodes = z.infer<typeof runWithNodesSchema>;
