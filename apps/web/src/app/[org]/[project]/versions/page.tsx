import type { Metadata } from "next";
import { versionDiffInput, versionListOptions } from "@/components/versions/versions-query";
import { HydrateClient, prefetch, prefetchInfinite, trpc } from "@/trpc/server";
import { VersionsClient } from "./client";
import { loadVersionsParams } from "./search-params";

export const metadata: Metadata = { title: "Versions" };

export default async function VersionsPage({ params, searchParams }: PageProps<"/[org]/[project]/versions">) {
  const scope = await params;
  const shown = await loadVersionsParams(searchParams);
  await Promise.all([
    prefetchInfinite(trpc.versions.list.infiniteQueryOptions(...versionListOptions(scope, shown))),
    prefetch(trpc.runs.pipelines.queryOptions(scope)),
    // A version that is gone still shows the list; the comparison says what is missing.
    prefetch(trpc.versions.diff.queryOptions(versionDiffInput(scope, shown))).catch(() => undefined),
  ]);
  return (
    <HydrateClient>
      <VersionsClient />
    </HydrateClient>
  );
}
