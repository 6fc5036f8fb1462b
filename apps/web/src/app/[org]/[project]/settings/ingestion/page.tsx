import type { Metadata } from "next";
import { PAGE_SIZE, paging } from "@/components/quarantine/quarantine-source";
import { IngestionLimits } from "@/components/settings/ingestion-limits";
import { IngestionOfProject } from "@/components/settings/ingestion-of-project";
import { NoAccess } from "@/components/settings/no-access";
import { ProjectSettingsPage } from "@/components/settings/settings-page";
import { getServices } from "@/services";
import { caller, HydrateClient, prefetch, prefetchInfinite, trpc } from "@/trpc/server";

export const metadata: Metadata = { title: "Ingestion" };

export default async function IngestionPage({ params }: PageProps<"/[org]/[project]/settings/ingestion">) {
  const { org, project } = await params;
  const { role } = await caller((api) => api.projects.get({ org, project }));
  const mayManage = role === "owner" || role === "admin";
  if (mayManage) {
    const input = { org, project, limit: PAGE_SIZE };
    await Promise.all([
      prefetch(trpc.quarantine.inbox.queryOptions({ org, project })),
      prefetchInfinite(trpc.quarantine.list.infiniteQueryOptions(input, paging)),
    ]);
  }
  return (
    <HydrateClient>
      <ProjectSettingsPage current="ingestion" title="Ingestion">
        {mayManage ? (
          <>
            <IngestionOfProject />
            <IngestionLimits requestsPerMinute={getServices().apiLimits.perKey} />
          </>
        ) : (
          <NoAccess title="Ingestion is for owners and admins of the project">
            Whether your own runs arrived is on their pages, under Ledger.
          </NoAccess>
        )}
      </ProjectSettingsPage>
    </HydrateClient>
  );
}
