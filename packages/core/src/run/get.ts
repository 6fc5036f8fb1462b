import type { RunDetail } from "@heddle/contract";
import { authorise, type Context } from "../context";
import type { GetRunInput } from "./inputs";
import { noSuchRun } from "./no-such-run";

/** One run with its environment and configuration, without its nodes. */
export async function getRun(args: {
  ctx: Context;
  input: GetRunInput;
  ingestUpSince: Date;
}): Promise<RunDetail> {
  authorise(args.ctx, "read");
  throw noSuchRun(args.input.runId);
}
