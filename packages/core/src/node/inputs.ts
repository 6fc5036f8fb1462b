import { z } from "zod";
import { isUuid } from "../run/uuid-text";

const name = z.string().min(1).max(4096);
const runId = z.string().max(200).refine(isUuid, "must be the id of a run");

/** A node of a pipeline, whatever the version. */
export const nodePlaceInput = z.object({ pipeline: name, node: name });
export type NodePlaceInput = z.infer<typeof nodePlaceInput>;

export const getNodePageInput = nodePlaceInput.extend({
  /** The node as this run's version defines it; without, as the newest one that has it does. */
  run: runId.optional(),
});
export type GetNodePageInput = z.infer<typeof getNodePageInput>;

export const nodeHistoryInput = nodePlaceInput.extend({
  /** The first task when it is left out. */
  task: z.string().max(4096).optional(),
  /** "" is the column of a value that is no table; the first column when it is left out. */
  column: z.string().max(4096).optional(),
  /** The newest so many runs, of those between `from` and `to`. */
  limit: z.number().int().min(1).max(1000).default(60),
  from: runId.optional(),
  to: runId.optional(),
});
export type NodeHistoryInput = z.infer<typeof nodeHistoryInput>;

export const nodeChangeInput = z.object({ node: name, before: runId, after: runId });
export type NodeChangeInput = z.infer<typeof nodeChangeInput>;
