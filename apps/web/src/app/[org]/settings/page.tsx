import type { Metadata } from "next";
import { OrganizationGeneral } from "@/components/organization/general-section";
import { OrganizationSettingsPage } from "@/components/settings/settings-page";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";

export const metadata: Metadata = { title: "Organisation settings" };

export default async function OrganizationPage({ params }: PageProps<"/[org]/settings">) {
  const { org } = await params;
  await prefetch(trpc.organizations.get.queryOptions({ org }));
  return (
    <HydrateClient>
      <OrganizationSettingsPage current="general" title="Settings">
        <OrganizationGeneral />
      </OrganizationSettingsPage>
    </HydrateClient>
  );
}
