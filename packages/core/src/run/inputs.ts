import { z } from "zod";
import { changedInput, runFilterInput } from "./filter/inputs";

const name = z.string().min(1).max(4096);

export const listRunsInput = runFilterInput.extend({
  cursor: z.string().min(1).max(200).nullish(),
  limit: z.number().int().min(1).max(200).default(50),
  changed: changedInput,
});
export type ListRunsInput = z.infer<typeof listRunsInput>;

export const getRunInput = z.object({ runId: z.string().min(1).max(200) });
export type GetRunInput = z.infer<typeof getRunInput>;

export const getRunWithNodesInput = getRunInput.extend({
  cursor: z.string().min(1).max(8000).optional(),
  limit: z.number().int().min(1).max(1000).default(200),
});
export type GetRunWithNodesInput = z.infer<typeof getRunWithNodesInput>;

export const getNodeInput = getRunInput.extend({
  node: name,
  /** The first task when it is left out. */
  task: z.string().max(4096).optional(),
});
export type GetNodeInput = z.infer<typeof getNodeInput>;
