import type { Metadata } from "next";
import { MembersSection } from "@/components/members/members-section";
import { OrganizationSettingsPage } from "@/components/settings/settings-page";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";

export const metadata: Metadata = { title: "Members" };

export default async function MembersPage({ params }: PageProps<"/[org]/settings/members">) {
  const { org } = await params;
  await prefetch(trpc.members.list.queryOptions({ org }));
  return (
    <HydrateClient>
      <OrganizationSettingsPage current="members" title="Members">
        <MembersSection />
      </OrganizationSettingsPage>
    </HydrateClient>
  );
}
