"use client";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC, useTRPCClient } from "@/trpc/client";
import { PAGE_SIZE, POLL_MS, paging, type QuarantineSource } from "./quarantine-source";

/** The quarantine of one project, for those who manage it. */
export function useProjectQuarantine(place: { org: string; project: string }): QuarantineSource {
  const trpc = useTRPC();
  const api = useTRPCClient().quarantine;
  const client = useQueryClient();
  const list = useInfiniteQuery({
    ...trpc.quarantine.list.infiniteQueryOptions({ ...place, limit: PAGE_SIZE }, paging),
    refetchInterval: POLL_MS,
  });
  return {
    key: `${place.org}/${place.project}`,
    list,
    detail: (id) => api.get.query({ ...place, id }),
    contents: (id) => api.contents.query({ ...place, id }),
    retry: (ids) => api.retry.mutate({ ...place, ids }),
    remove: (ids) => api.remove.mutate({ ...place, ids }),
    onTaken: () => void client.invalidateQueries(trpc.quarantine.pathFilter()),
  };
}
