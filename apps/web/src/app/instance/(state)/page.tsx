import type { Metadata } from "next";
import { HealthSection } from "@/components/instance/health-section";
import { InboxSection } from "@/components/instance/inbox-section";
import { InstancePage } from "@/components/instance/instance-page";
import { QueueSection } from "@/components/instance/queue-section";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";

export const metadata: Metadata = { title: "Instance" };

export default async function InstanceStatePage() {
  // The queue is asked by the browser: one that is away takes seconds to say so.
  await Promise.all([
    prefetch(trpc.instance.inbox.queryOptions()),
    prefetch(trpc.instance.health.queryOptions()),
  ]);
  return (
    <HydrateClient>
      <InstancePage current="state" title="State">
        <InboxSection />
        <HealthSection />
        <QueueSection />
      </InstancePage>
    </HydrateClient>
  );
}
