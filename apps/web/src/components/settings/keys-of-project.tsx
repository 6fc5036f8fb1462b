"use client";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { useShell } from "../shell/shell-context";
import { KeysSection } from "./keys-section";

/** The project's own keys. */
export function KeysOfProject() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { org, project, role } = useShell();
  const { data } = useSuspenseQuery(trpc.keys.list.queryOptions({ org, project }));
  const onSuccess = () => client.invalidateQueries(trpc.keys.list.queryFilter({ org, project }));
  const create = useMutation(trpc.keys.create.mutationOptions({ onSuccess }));
  const revoke = useMutation(trpc.keys.revoke.mutationOptions({ onSuccess }));
  return (
    <KeysSection
      intro="A key lets programs send runs to this project, read them or manage it. It is shown once; what is kept is a hash."
      keys={data}
      mayManage={role === "owner" || role === "admin"}
      project={null}
      create={(input) => create.mutateAsync({ org, project, ...input })}
      revoke={(id) => revoke.mutateAsync({ org, project, id })}
    />
  );
}
