import type { Metadata } from "next";
import { AuditOfProject } from "@/components/settings/audit-of-project";
import { loadAuditParams } from "@/components/settings/audit-params";
import { projectAuditOptions } from "@/components/settings/audit-query";
import { NoAccess } from "@/components/settings/no-access";
import { requestZone } from "@/components/settings/request-zone";
import { ProjectSettingsPage } from "@/components/settings/settings-page";
import { caller, HydrateClient, prefetchInfinite, trpc } from "@/trpc/server";

export const metadata: Metadata = { title: "Audit log" };

export default async function ProjectAuditPage({
  params,
  searchParams,
}: PageProps<"/[org]/[project]/settings/audit">) {
  const { org, project } = await params;
  const { role } = await caller((api) => api.projects.get({ org, project }));
  const mayManage = role === "owner" || role === "admin";
  if (mayManage) {
    const filter = await loadAuditParams(searchParams);
    const options = projectAuditOptions(org, project, filter, await requestZone());
    await prefetchInfinite(trpc.audit.listForProject.infiniteQueryOptions(...options));
  }
  return (
    <HydrateClient>
      <ProjectSettingsPage current="audit" title="Audit log">
        {mayManage ? (
          <AuditOfProject />
        ) : (
          <NoAccess title="The audit log is for owners and admins of the project">
            What concerns your own account is on your account’s security page.
          </NoAccess>
        )}
      </ProjectSettingsPage>
    </HydrateClient>
  );
}
