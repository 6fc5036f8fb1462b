import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";

/** Reads again whatever shows the account. */
export function useAccountChanged(): () => Promise<void> {
  const trpc = useTRPC();
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries(trpc.account.pathFilter()),
      client.invalidateQueries(trpc.projects.viewer.queryFilter()),
    ]);
  };
}
