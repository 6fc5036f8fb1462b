import type { RunPage } from "@heddle/contract";
import { authorise, type Context } from "../context";
import type { ListRunsInput } from "./inputs";

/** Runs of the project, newest first, one page at a time. */
export async function listRuns(args: {
  ctx: Context;
  input: ListRunsInput;
  ingestUpSince: Date;
}): Promise<RunPage> {
  authorise(args.ctx, "read");
  return { runs: [], nextCursor: null };
}
