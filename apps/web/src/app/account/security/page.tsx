import type { Metadata } from "next";
import { eventsOptions } from "@/components/account/events-query";
import { EventsSection } from "@/components/account/events-section";
import { IdentitiesSection } from "@/components/account/identities-section";
import { PasswordSection } from "@/components/account/password-section";
import { SessionsSection } from "@/components/account/sessions-section";
import { AccountPage } from "@/components/settings/settings-page";
import { HydrateClient, prefetch, prefetchInfinite, trpc } from "@/trpc/server";

export const metadata: Metadata = { title: "Security" };

export default async function SecurityPage() {
  await Promise.all([
    prefetch(trpc.account.get.queryOptions()),
    prefetchInfinite(trpc.account.events.infiniteQueryOptions(...eventsOptions())),
  ]);
  return (
    <HydrateClient>
      <AccountPage current="security" title="Security">
        <PasswordSection />
        <SessionsSection />
        <IdentitiesSection />
        <EventsSection />
      </AccountPage>
    </HydrateClient>
  );
}
