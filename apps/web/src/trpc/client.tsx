"use client";

import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, retryLink, splitLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import { makeQueryClient } from "./query-client";
import type { AppRouter } from "./root";

const URL = "/api/trpc";

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

export { useTRPC, useTRPCClient };

let browserQueryClient: QueryClient | undefined;

function getQueryClient(): QueryClient {
  if (typeof window === "undefined") return makeQueryClient();
  // Kept outside React: a suspended first render must not throw the fetched data away.
  browserQueryClient ??= makeQueryClient();
  return browserQueryClient;
}

const [FIRST_WAIT_MS, LONGEST_WAIT_MS] = [1000, 30_000];

/** Waits grow, and differ from browser to browser, so that a server that comes back is not asked by all at once. */
function waitBeforeNextStream(attempts: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** attempts, LONGEST_WAIT_MS) * (0.5 + Math.random() / 2);
}

function makeClient() {
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === "subscription",
        true: [
          // Browsers connect again when a stream breaks off, but not when a proxy answers that nobody is there.
          retryLink({ retry: () => true, retryDelayMs: waitBeforeNextStream }),
          httpSubscriptionLink({ url: URL }),
        ],
        false: httpBatchLink({ url: URL, maxURLLength: 8000 }),
      }),
    ],
  });
}

/** Goes once around the app, in the root layout. */
export function TrpcReactProvider({ children }: { children: ReactNode }) {
  const queryClient = getQueryClient();
  const [client] = useState(makeClient);
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
