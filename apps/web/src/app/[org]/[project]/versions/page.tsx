import type { Metadata } from "next";
import { firstChange, wantedIn } from "@/components/versions/first-change";
import { versionCodeInput, versionDiffInput, versionListOptions } from "@/components/versions/versions-query";
import { caller, HydrateClient, prefetch, prefetchInfinite, trpc } from "@/trpc/server";
import { VersionsClient } from "./client";
import { loadVersionsParams } from "./search-params";

export const metadata: Metadata = { title: "Versions" };

export default async function VersionsPage({ params, searchParams }: PageProps<"/[org]/[project]/versions">) {
  const scope = await params;
  const shown = await loadVersionsParams(searchParams);

  /** A version or a node that is gone still shows the list; the comparison says what is missing. */
  async function prefetchComparison(): Promise<void> {
    const input = versionDiffInput(scope, shown);
    const comparison = await caller((api) => api.versions.diff(input));
    await prefetch({ ...trpc.versions.diff.queryOptions(input), queryFn: () => comparison });
    const selection = comparison && (wantedIn(shown) ?? firstChange(comparison));
    if (selection)
      await prefetch(trpc.versions.code.queryOptions(versionCodeInput(scope, comparison, selection)));
  }

  await Promise.all([
    prefetchInfinite(trpc.versions.list.infiniteQueryOptions(...versionListOptions(scope, shown))),
    prefetch(trpc.runs.pipelines.queryOptions(scope)),
    prefetchComparison().catch(() => undefined),
  ]);
  return (
    <HydrateClient>
      <VersionsClient />
    </HydrateClient>
  );
}
