import type { Metadata } from "next";
import { KeysOfProject } from "@/components/settings/keys-of-project";
import { PageFrame } from "@/components/shell/page-frame";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage({ params }: PageProps<"/[org]/[project]/settings">) {
  const { org, project } = await params;
  await prefetch(trpc.keys.list.queryOptions({ org, project }));
  return (
    <HydrateClient>
      <PageFrame crumbs={[{ label: "Settings" }]}>
        <div className="min-h-0 flex-1 overflow-y-auto">
          <h1 className="sr-only">Settings</h1>
          <KeysOfProject />
        </div>
      </PageFrame>
    </HydrateClient>
  );
}
