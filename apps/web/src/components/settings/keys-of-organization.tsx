"use client";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { useOrganization } from "../shell/organization-context";
import { useViewer } from "../shell/viewer-context";
import { KeysSection } from "./keys-section";

/** Keys that reach every project of the organisation. */
export function KeysOfOrganization() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { slug: org } = useOrganization();
  const { projects } = useViewer();
  const { data } = useSuspenseQuery(trpc.organizationKeys.list.queryOptions({ org }));
  const first = projects.find(({ organization }) => organization.slug === org);
  const onSuccess = () => client.invalidateQueries(trpc.organizationKeys.list.queryFilter({ org }));
  const create = useMutation(trpc.organizationKeys.create.mutationOptions({ onSuccess }));
  const revoke = useMutation(trpc.organizationKeys.revoke.mutationOptions({ onSuccess }));
  return (
    <KeysSection
      intro="A key of the organisation reaches all its projects, and names the one it means with each request. For one pipeline, a key of its project is enough."
      keys={data}
      mayManage
      project={first?.slug ?? "<slug>"}
      create={(input) => create.mutateAsync({ org, ...input })}
      revoke={(id) => revoke.mutateAsync({ org, id })}
    />
  );
}
