import { withScopeClient } from "@heddle/db";
import { authorise } from "../context";
import type { ComparePageInput } from "./compare-inputs";
import { type ComparedNode, nodeDiffers, worstFirst } from "./compared-node";
import type { CompareArgs } from "./load-comparison";
import { loadNodes } from "./load-nodes";
import { loadRuns } from "./load-runs";
import { pageOf } from "./page-of";

export interface ComparedNodes {
  nodes: Omit<ComparedNode, "dependencies" | "dropped">[];
  total: number;
  differing: number;
  nextCursor: string | null;
}

/** Every node of two runs with what became of it on both sides, worst first, one page at a time. */
export async function compareNodes(args: CompareArgs<ComparePageInput>): Promise<ComparedNodes> {
  const { ctx, input } = args;
  authorise(ctx, "read");
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const { nodes } = await loadNodes(client, ctx.scope.projectId, await loadRuns(client, args));
    const differing = nodes.filter(nodeDiffers);
    const { items, nextCursor } = pageOf(worstFirst(input.differencesOnly ? differing : nodes), input);
    const shown = items.map(({ dependencies: _, dropped: __, ...node }) => node);
    return { nodes: shown, total: nodes.length, differing: differing.length, nextCursor };
  });
}
