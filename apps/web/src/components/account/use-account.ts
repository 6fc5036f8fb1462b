import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";

/** The account of who is signed in. Its pages fetch it before they are sent. */
export function useAccount() {
  const trpc = useTRPC();
  return useSuspenseQuery(trpc.account.get.queryOptions()).data;
}
