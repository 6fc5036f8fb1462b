"use client";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC, useTRPCClient } from "@/trpc/client";
import { PAGE_SIZE, POLL_MS, paging, type QuarantineSource } from "./quarantine-source";

/** The quarantine of all projects, or of one of them, for operators. */
export function useInstanceQuarantine(projectId: string | null): QuarantineSource {
  const trpc = useTRPC();
  const api = useTRPCClient().instanceQuarantine;
  const client = useQueryClient();
  const filter = projectId === null ? {} : { projectId };
  const input = { limit: PAGE_SIZE, ...filter };
  const list = useInfiniteQuery({
    ...trpc.instanceQuarantine.list.infiniteQueryOptions(input, paging),
    refetchInterval: POLL_MS,
  });
  return {
    key: "instance",
    list,
    detail: (id) => api.get.query({ id }),
    contents: (id) => api.contents.query({ id }),
    retry: (ids) => api.retry.mutate({ ids, ...filter }),
    remove: (ids) => api.remove.mutate({ ids, ...filter }),
    onTaken: () => {
      void client.invalidateQueries(trpc.instanceQuarantine.list.infiniteQueryFilter());
      void client.invalidateQueries(trpc.instance.inbox.queryFilter());
    },
  };
}
