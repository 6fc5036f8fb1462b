"use client";
import type { RunSummary } from "@heddle/contract";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { runName } from "../../run/run-name";
import { paths } from "../../shell/paths";
import { useShell } from "../../shell/shell-context";
import { olderAndNewer } from "./selection-words";

/** What the selected runs are compared with: two with each other, one with its previous good run. */
export function useCompare(runs: readonly RunSummary[]) {
  const trpc = useTRPC();
  const { org, project, base } = useShell();
  const only = runs.length === 1 ? runs[0] : undefined;
  const changes = useQuery({
    ...trpc.runs.changes.queryOptions({ org, project, runId: only?.id ?? "" }),
    enabled: only !== undefined,
  });
  const pair = olderAndNewer(runs);
  if (pair) {
    return {
      compare: { href: paths.compare(base, { a: pair.older.id, b: pair.newer.id }), with: "" },
      note: null,
    };
  }
  const good = only && changes.data?.lastGood;
  if (only && good) {
    const href = paths.compare(base, { a: good.id, b: only.id });
    return { compare: { href, with: `last good was ${runName(good)}` }, note: null };
  }
  const none = only && changes.isSuccess ? "No good run before it; select another" : null;
  return { compare: null, note: none };
}
