import { withScopeClient } from "@heddle/db";
import { authorise } from "../context";
import type { CompareRunsInput } from "./compare-inputs";
import type { ComparedNode } from "./compared-node";
import type { CompareArgs } from "./load-comparison";
import { loadNodes } from "./load-nodes";
import { loadRuns } from "./load-runs";

type GraphNode = Pick<ComparedNode, "name" | "kind" | "module" | "dependencies" | "dropped" | "difference">;

/** The nodes of both runs as one graph, each with the difference of its code. */
export async function compareGraph(args: CompareArgs<CompareRunsInput>): Promise<{ nodes: GraphNode[] }> {
  const { ctx } = args;
  authorise(ctx, "read");
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const { nodes } = await loadNodes(client, ctx.scope.projectId, await loadRuns(client, args));
    return { nodes: nodes.map(({ before: _, after: __, ...node }) => node) };
  });
}
