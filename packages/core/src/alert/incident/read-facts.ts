import { withScope } from "@heddle/db";
import { type ComparisonSummary, compareSummary } from "../../comparison/compare-summary";
import type { Context } from "../../context";
import type { FailureFacts, OtherCauses } from "./facts";
import { loadFacts } from "./load-facts";

/**
 * Everything that a message about a failed run says; null when the run is not there any more. Not to be called
 * within a transaction: the comparison takes a connection of its own.
 */
export async function readFacts(
  ctx: Context,
  incident: { runId: string; failureId: string | null },
): Promise<FailureFacts | null> {
  const facts = await withScope(ctx.db, ctx.scope, (tx) => loadFacts(tx, ctx, incident));
  if (!facts?.lastGood) return facts && { ...facts, others: null };
  const input = { a: facts.lastGood.id, b: facts.run.id };
  return { ...facts, others: othersOf(await compareSummary({ ctx, input, ingestUpSince: ctx.now() })) };
}

function othersOf({ causes, config, environment }: ComparisonSummary): OtherCauses {
  const strong = causes.filter(({ explains, weak }) => explains === "failure" && !weak);
  const has = (kind: "config" | "environment") => strong.some((cause) => cause.kind === kind);
  const packages = environment?.packages.changes ?? [];
  return {
    inputs: strong.flatMap(({ kind, input }) => (kind === "input" && input !== null ? [input] : [])),
    config: has("config") ? config.changes : [],
    environment: has("environment")
      ? [
          ...packages.map(({ name, before, after }) => ({ path: name, before, after })),
          ...(environment?.machine.changes ?? []),
          ...(environment?.variables.changes ?? []),
        ]
      : [],
  };
}
