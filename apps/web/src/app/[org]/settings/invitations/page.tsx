import type { Metadata } from "next";
import { InvitationsSection } from "@/components/invitations/invitations-section";
import { NoAccess } from "@/components/settings/no-access";
import { OrganizationSettingsPage } from "@/components/settings/settings-page";
import { caller, HydrateClient, prefetch, trpc } from "@/trpc/server";

export const metadata: Metadata = { title: "Invitations" };

export default async function InvitationsPage({ params }: PageProps<"/[org]/settings/invitations">) {
  const { org } = await params;
  const { role } = await caller((api) => api.organizations.get({ org }));
  const mayManage = role === "owner" || role === "admin";
  if (mayManage) await prefetch(trpc.invitations.list.queryOptions({ org }));
  return (
    <HydrateClient>
      <OrganizationSettingsPage current="invitations" title="Invitations">
        {mayManage ? (
          <InvitationsSection />
        ) : (
          <NoAccess title="Invitations are for owners and admins">
            You are a {role} of this organisation. An owner or admin can give you another role.
          </NoAccess>
        )}
      </OrganizationSettingsPage>
    </HydrateClient>
  );
}
