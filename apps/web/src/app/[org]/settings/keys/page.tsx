import type { Metadata } from "next";
import { KeysOfOrganization } from "@/components/settings/keys-of-organization";
import { NoAccess } from "@/components/settings/no-access";
import { OrganizationSettingsPage } from "@/components/settings/settings-page";
import { caller, HydrateClient, prefetch, trpc } from "@/trpc/server";

export const metadata: Metadata = { title: "API keys" };

export default async function OrganizationKeysPage({ params }: PageProps<"/[org]/settings/keys">) {
  const { org } = await params;
  const { role } = await caller((api) => api.organizations.get({ org }));
  const mayManage = role === "owner" || role === "admin";
  if (mayManage) await prefetch(trpc.organizationKeys.list.queryOptions({ org }));
  return (
    <HydrateClient>
      <OrganizationSettingsPage current="keys" title="API keys">
        {mayManage ? (
          <KeysOfOrganization />
        ) : (
          <NoAccess title="The organisation’s keys are for its owners and admins">
            Keys of one project are in that project’s settings.
          </NoAccess>
        )}
      </OrganizationSettingsPage>
    </HydrateClient>
  );
}
