import type { Metadata } from "next";
import { ProjectInvitationsSection } from "@/components/invitations/project-invitations-section";
import { ProjectPeopleSection } from "@/components/members/project-people-section";
import { ProjectSettingsPage } from "@/components/settings/settings-page";
import { caller, HydrateClient, prefetch, trpc } from "@/trpc/server";

export const metadata: Metadata = { title: "Members" };

export default async function ProjectMembersPage({ params }: PageProps<"/[org]/[project]/settings/members">) {
  const { org, project } = await params;
  const { role } = await caller((api) => api.projects.get({ org, project }));
  await Promise.all([
    prefetch(trpc.grants.list.queryOptions({ org, project })),
    ...(role === "owner" || role === "admin"
      ? [prefetch(trpc.invitations.listForProject.queryOptions({ org, project }))]
      : []),
  ]);
  return (
    <HydrateClient>
      <ProjectSettingsPage current="members" title="Members">
        <ProjectPeopleSection />
        <ProjectInvitationsSection />
      </ProjectSettingsPage>
    </HydrateClient>
  );
}
