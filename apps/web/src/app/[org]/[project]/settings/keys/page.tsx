import type { Metadata } from "next";
import { KeysOfProject } from "@/components/settings/keys-of-project";
import { ProjectSettingsPage } from "@/components/settings/settings-page";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";

export const metadata: Metadata = { title: "API keys" };

export default async function ProjectKeysPage({ params }: PageProps<"/[org]/[project]/settings/keys">) {
  const { org, project } = await params;
  await prefetch(trpc.keys.list.queryOptions({ org, project }));
  return (
    <HydrateClient>
      <ProjectSettingsPage current="keys" title="API keys">
        <KeysOfProject />
      </ProjectSettingsPage>
    </HydrateClient>
  );
}
