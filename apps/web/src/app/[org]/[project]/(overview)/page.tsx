import type { Metadata } from "next";
import { overviewInputs } from "@/components/overview/overview-query";
import { getServices } from "@/services";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";
import { OverviewClient } from "./client";
import { loadOverviewParams } from "./search-params";

export const metadata: Metadata = { title: "Overview" };

export default async function OverviewPage({ params, searchParams }: PageProps<"/[org]/[project]">) {
  const inputs = overviewInputs(await params, await loadOverviewParams(searchParams));
  await Promise.all([
    prefetch(trpc.overview.health.queryOptions(inputs.health)),
    prefetch(trpc.failures.list.queryOptions(inputs.failures)),
    prefetch(trpc.overview.changes.queryOptions(inputs.changes)),
  ]);
  return (
    <HydrateClient>
      <OverviewClient publicUrl={getServices().publicUrl} />
    </HydrateClient>
  );
}
