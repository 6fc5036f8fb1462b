import { withScopeClient } from "@heddle/db";
import { z } from "zod";
import { authorise, type Context } from "../../context";
import { fullNames } from "../../run/full-names";
import { readSilence } from "../../run/lost";
import { readChangedNodes } from "./changed-nodes";
import { readChangedConfig, readChangedPackages } from "./changed-values";
import { gatherChanges } from "./gather";
import { readTransitions } from "./transitions";
import { isBehaviour, type RecentChange } from "./view";

export const recentChangesInput = z.object({
  /** Also versions in which no node differs. */
  cosmetic: z.boolean().default(false),
  limit: z.number().int().min(1).max(200).default(20),
});

export interface RecentChanges {
  /** Newest first. */
  changes: RecentChange[];
  /** How many changes are known, and how many of them may have changed what comes out. */
  total: number;
  behaviour: number;
}

/**
 * What changed lately between one run of a pipeline and the next: code, configuration, packages. Looks at the last
 * runs of each pipeline only: 4,000 in all, for each pipeline at least 30 and at most 500.
 */
export async function listRecentChanges(args: {
  ctx: Context;
  input: z.input<typeof recentChangesInput>;
  ingestUpSince: Date;
}): Promise<RecentChanges> {
  const { ctx, ingestUpSince } = args;
  authorise(ctx, "read");
  const { cosmetic, limit } = recentChangesInput.parse(args.input);
  const { projectId } = ctx.scope;
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const silence = await readSilence(client, { projectId, now: ctx.now(), ingestUpSince });
    const transitions = await readTransitions(client, projectId, silence);
    const pairs = transitions.flatMap(({ codeVersion: to, previousVersion: from }) =>
      from !== null && to !== null && from !== to ? [{ from, to }] : [],
    );
    const changes = gatherChanges(transitions, {
      nodes: await readChangedNodes(client, projectId, pairs),
      config: await readChangedConfig(client, projectId, transitions),
      packages: await readChangedPackages(client, projectId, transitions),
    });
    const behaviour = changes.filter(isBehaviour);
    const shown = (cosmetic ? changes : behaviour).slice(0, limit);
    const named = (change: RecentChange) => (change.kind === "code" ? (change.nodes?.names ?? []) : []);
    const fullName = await fullNames(
      client,
      projectId,
      shown.flatMap((change) => [...change.pipelines, ...named(change)]),
    );
    const inFull = <Change extends RecentChange>(change: Change): Change => ({
      ...change,
      pipelines: change.pipelines.map(fullName),
      ...(change.kind === "code" &&
        change.nodes && { nodes: { ...change.nodes, names: change.nodes.names.map(fullName) } }),
    });
    return { changes: shown.map(inFull), total: changes.length, behaviour: behaviour.length };
  });
}
