import type { NodeDetail } from "@heddle/contract";
import { authorise, type Context } from "../context";
import type { GetNodeInput } from "./inputs";
import { noSuchRun } from "./no-such-run";

/** Everything known about one node in one run. */
export async function getNode(args: { ctx: Context; input: GetNodeInput }): Promise<NodeDetail> {
  authorise(args.ctx, "read");
  throw noSuchRun(args.input.runId);
}
