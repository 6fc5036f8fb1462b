import type { RunGraph } from "@heddle/contract";
import { authorise, type Context } from "../context";
import type { GetRunInput } from "./inputs";
import { noSuchRun } from "./no-such-run";

/** The nodes of a run with what became of each. */
export async function getRunGraph(args: { ctx: Context; input: GetRunInput }): Promise<RunGraph> {
  authorise(args.ctx, "read");
  throw noSuchRun(args.input.runId);
}
