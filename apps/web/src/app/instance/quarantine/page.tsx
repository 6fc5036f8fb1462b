import type { Metadata } from "next";
import { InstancePage } from "@/components/instance/instance-page";
import { InstanceQuarantine } from "@/components/instance/instance-quarantine";
import { loadInstanceQuarantineParams } from "@/components/instance/quarantine-params";
import { PAGE_SIZE, paging } from "@/components/quarantine/quarantine-source";
import { HydrateClient, prefetchInfinite, trpc } from "@/trpc/server";

export const metadata: Metadata = { title: "Quarantine" };

export default async function InstanceQuarantinePage({ searchParams }: PageProps<"/instance/quarantine">) {
  const { project } = await loadInstanceQuarantineParams(searchParams);
  const input = { limit: PAGE_SIZE, ...(project === null ? {} : { projectId: project }) };
  await prefetchInfinite(trpc.instanceQuarantine.list.infiniteQueryOptions(input, paging));
  return (
    <HydrateClient>
      <InstancePage current="quarantine" title="Quarantine">
        <InstanceQuarantine />
      </InstancePage>
    </HydrateClient>
  );
}
