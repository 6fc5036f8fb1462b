import type { Metadata } from "next";
import { ProjectGeneral } from "@/components/settings/project-general";
import { ProjectSettingsPage } from "@/components/settings/settings-page";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage({ params }: PageProps<"/[org]/[project]/settings">) {
  const { org, project } = await params;
  await prefetch(trpc.projects.get.queryOptions({ org, project }));
  return (
    <HydrateClient>
      <ProjectSettingsPage current="general" title="General">
        <ProjectGeneral />
      </ProjectSettingsPage>
    </HydrateClient>
  );
}
