import type { Metadata } from "next";
import { ProjectsView } from "@/components/projects/projects-view";
import { OrganizationSettingsPage } from "@/components/settings/settings-page";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";

export const metadata: Metadata = { title: "Projects" };

export default async function ProjectsPage({ params }: PageProps<"/[org]/settings/projects">) {
  const { org } = await params;
  await prefetch(trpc.projects.overview.queryOptions({ org }));
  return (
    <HydrateClient>
      <OrganizationSettingsPage current="projects" title="Projects">
        <ProjectsView />
      </OrganizationSettingsPage>
    </HydrateClient>
  );
}
