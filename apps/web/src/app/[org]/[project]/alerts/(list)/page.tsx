import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { deliveriesOptions, failuresOptions } from "@/components/alerts/alerts-query";
import { HydrateClient, prefetch, prefetchInfinite, trpc } from "@/trpc/server";
import { AlertsClient } from "../client";
import { loadAlertsParams } from "../search-params";

interface AlertsPageProps {
  params: Promise<{ org: string; project: string }>;
  searchParams: Promise<SearchParams>;
}

export const metadata: Metadata = { title: "Alerts" };

export default async function AlertsPage({ params, searchParams }: AlertsPageProps) {
  const scope = await params;
  const filter = await loadAlertsParams(searchParams);
  const failures = () =>
    prefetchInfinite(trpc.failures.list.infiniteQueryOptions(...failuresOptions(scope, filter)));
  await Promise.all([
    prefetch(trpc.channels.list.queryOptions(scope)),
    ...(filter.tab === "failures"
      ? [
          failures(),
          prefetch(trpc.failures.strips.queryOptions(scope)),
          prefetch(trpc.runs.pipelines.queryOptions(scope)),
        ]
      : []),
    // A channel in the address that is none says so in place of the list.
    filter.tab === "deliveries"
      ? prefetchInfinite(
          trpc.deliveries.list.infiniteQueryOptions(...deliveriesOptions(scope, filter)),
        ).catch(() => undefined)
      : undefined,
  ]);
  return (
    <HydrateClient>
      <AlertsClient />
    </HydrateClient>
  );
}
