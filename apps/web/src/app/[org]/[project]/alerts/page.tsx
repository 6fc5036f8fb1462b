import type { Metadata } from "next";
import { ChannelsSection } from "@/components/alerts/channels-section";
import { deliveriesOptions } from "@/components/alerts/deliveries-query";
import { DeliveriesSection } from "@/components/alerts/deliveries-section";
import { PageFrame } from "@/components/shell/page-frame";
import { HydrateClient, prefetch, prefetchInfinite, trpc } from "@/trpc/server";

export const metadata: Metadata = { title: "Alerts" };

export default async function AlertsPage({ params }: PageProps<"/[org]/[project]/alerts">) {
  const scope = await params;
  await Promise.all([
    prefetch(trpc.channels.list.queryOptions(scope)),
    prefetchInfinite(trpc.deliveries.list.infiniteQueryOptions(...deliveriesOptions(scope))),
  ]);
  return (
    <HydrateClient>
      <PageFrame crumbs={[{ label: "Alerts" }]}>
        <div className="min-h-0 flex-1 overflow-y-auto">
          <h1 className="sr-only">Alerts</h1>
          <ChannelsSection />
          <DeliveriesSection />
        </div>
      </PageFrame>
    </HydrateClient>
  );
}
