import type { Metadata } from "next";
import { AuditOfOrganization } from "@/components/settings/audit-of-organization";
import { loadAuditParams } from "@/components/settings/audit-params";
import { organizationAuditOptions } from "@/components/settings/audit-query";
import { NoAccess } from "@/components/settings/no-access";
import { requestZone } from "@/components/settings/request-zone";
import { OrganizationSettingsPage } from "@/components/settings/settings-page";
import { caller, HydrateClient, prefetchInfinite, trpc } from "@/trpc/server";

export const metadata: Metadata = { title: "Audit log" };

export default async function OrganizationAuditPage({
  params,
  searchParams,
}: PageProps<"/[org]/settings/audit">) {
  const { org } = await params;
  const { role } = await caller((api) => api.organizations.get({ org }));
  const mayManage = role === "owner" || role === "admin";
  if (mayManage) {
    const options = organizationAuditOptions(org, await loadAuditParams(searchParams), await requestZone());
    await prefetchInfinite(trpc.audit.list.infiniteQueryOptions(...options));
  }
  return (
    <HydrateClient>
      <OrganizationSettingsPage current="audit" title="Audit log">
        {mayManage ? (
          <AuditOfOrganization />
        ) : (
          <NoAccess title="The audit log is for owners and admins of the organisation">
            What concerns your own account is on your account’s security page.
          </NoAccess>
        )}
      </OrganizationSettingsPage>
    </HydrateClient>
  );
}
