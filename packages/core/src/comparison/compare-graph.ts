import { withScopeClient } from "@heddle/db";
import { authorise } from "../context";
import type { VersionDiff } from "../version/diff";
import type { CompareRunsInput } from "./compare-inputs";
import type { CompareArgs } from "./load-comparison";
import { loadNodes } from "./load-nodes";
import { loadRuns } from "./load-runs";

/** The nodes of both runs as one graph, each with the difference of its code. */
export async function compareGraph(
  args: CompareArgs<CompareRunsInput>,
): Promise<{ nodes: VersionDiff["nodes"] }> {
  const { ctx } = args;
  authorise(ctx, "read");
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const { nodes, versions } = await loadNodes(client, ctx.scope.projectId, await loadRuns(client, args));
    const defined = new Map(versions?.nodes.map((node) => [node.name, node]));
    // What only the runs know has no code.
    return { nodes: nodes.map((node) => defined.get(node.name) ?? { ...node, before: null, after: null }) };
  });
}
