import { z } from "zod";

const runId = z.string().min(1).max(200);

/** `a` is then, `b` is now. */
export const compareRunsInput = z.object({ a: runId, b: runId });
export type CompareRunsInput = z.infer<typeof compareRunsInput>;

/** A page of a list that both runs make. */
export const comparePageInput = compareRunsInput.extend({
  /** Leaves out what is the same on both sides. */
  differencesOnly: z.boolean().default(true),
  cursor: z.string().min(1).max(200).nullish(),
  limit: z.number().int().min(1).max(200).default(50),
});
export type ComparePageInput = z.infer<typeof comparePageInput>;

export const compareColumnsInput = comparePageInput.extend({
  /** Only columns of these nodes. */
  nodes: z.array(z.string().min(1).max(4096)).min(1).max(20).optional(),
});
export type CompareColumnsInput = z.infer<typeof compareColumnsInput>;

/** Either run may be left out. */
export const chooseRunsInput = compareRunsInput.partial();
export type ChooseRunsInput = z.infer<typeof chooseRunsInput>;
