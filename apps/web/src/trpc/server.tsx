import "server-only";

import {
  dehydrate,
  type FetchInfiniteQueryOptions,
  type FetchQueryOptions,
  HydrationBoundary,
  type QueryKey,
} from "@tanstack/react-query";
import { TRPCError } from "@trpc/server";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { notFound, redirect } from "next/navigation";
import { cache, type ReactNode } from "react";
import { ZodError } from "zod";
import { signInPath } from "../auth/sign-in-path";
import { makeQueryClient } from "./query-client";
import { requestContext } from "./request-context";
import { appRouter, createCaller } from "./root";

const getQueryClient = cache(makeQueryClient);
const getContext = cache(requestContext);

/** Options of every procedure, for use on the server: `await prefetch(trpc.runs.list.queryOptions(...))`. */
export const trpc = createTRPCOptionsProxy({
  ctx: getContext,
  router: appRouter,
  queryClient: getQueryClient,
});

const call = createCaller(getContext);

/** An address with what no procedure takes, as an id or a name that is too long, leads nowhere. */
function isNoInput({ code, cause }: TRPCError): boolean {
  return code === "BAD_REQUEST" && cause instanceof ZodError;
}

/** Shows what a refusal means for a page: sign in first, or there is no such page. */
async function orLeave<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof TRPCError && error.code === "UNAUTHORIZED") redirect(await signInPath());
    if (error instanceof TRPCError && (error.code === "NOT_FOUND" || isNoInput(error))) notFound();
    throw error;
  }
}

/**
 * Calls procedures in process, where a server component needs the data itself:
 * `const projects = await caller((api) => api.projects.list())`.
 */
export function caller<T>(use: (api: typeof call) => Promise<T>): Promise<T> {
  return orLeave(use(call));
}

/** Fetches what the page needs for its first paint; refusals lead to sign-in or to the 404 page. */
export async function prefetch<TData, TError, TKey extends QueryKey>(
  options: FetchQueryOptions<TData, TError, TData, TKey>,
): Promise<void> {
  await orLeave(getQueryClient().fetchQuery(options));
}

/** The same for the first page of a list: `prefetchInfinite(trpc.runs.list.infiniteQueryOptions(...))`. */
export async function prefetchInfinite<TData, TError, TKey extends QueryKey, TPageParam>(
  options: FetchInfiniteQueryOptions<TData, TError, TData, TKey, TPageParam>,
): Promise<void> {
  await orLeave(getQueryClient().fetchInfiniteQuery(options));
}

/** Goes around the client components that use what was prefetched. */
export function HydrateClient({ children }: { children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(getQueryClient())}>{children}</HydrationBoundary>;
}
