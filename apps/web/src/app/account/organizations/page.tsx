import type { Metadata } from "next";
import { OrganizationsSection } from "@/components/organization/organizations-section";
import { AccountPage } from "@/components/settings/settings-page";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";

export const metadata: Metadata = { title: "Organisations" };

export default async function OrganizationsPage() {
  await prefetch(trpc.organizations.list.queryOptions());
  return (
    <HydrateClient>
      <AccountPage current="organizations" title="Organisations">
        <OrganizationsSection />
      </AccountPage>
    </HydrateClient>
  );
}
