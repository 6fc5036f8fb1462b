"use client";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useCallback, useEffect, useRef } from "react";
import { useTRPC } from "@/trpc/client";
import { createRefresher, type News } from "./refresher";
import { allRuns, pagesToRefresh, type RunPages, withFreshPage } from "./run-pages";
import { firstPageOptions, type RunsFilter, runsInput } from "./runs-query";

const PAUSE_MS = 1000;
const RECHECK_MS = 30_000;

interface Project {
  org: string;
  project: string;
}

/** The runs that pass the filter, page by page, kept true while the page is open. */
export function useRuns({ org, project }: Project, filter: RunsFilter) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const options = trpc.runs.list.infiniteQueryOptions(...firstPageOptions({ org, project }, filter));
  const query = useInfiniteQuery({ ...options, refetchOnWindowFocus: false });

  const { queryKey } = options;
  const refresh = async ({ runIds, missed }: News) => {
    const before = client.getQueryData(queryKey);
    if (!before) return;
    const indexes = missed ? before.pages.map((_, index) => index) : pagesToRefresh(before, new Set(runIds));
    for (const index of indexes) {
      // tRPC gives the first page no cursor, which is undefined or null.
      const param = before.pageParams[index];
      const input = { ...runsInput({ org, project }, filter), cursor: param ?? null };
      const fresh = await client.fetchQuery({
        ...trpc.runs.list.queryOptions(input),
        staleTime: 0,
        gcTime: 0,
      });
      client.setQueryData(queryKey, (now: RunPages | undefined) => {
        if (!now) return now;
        const at = now.pageParams.findIndex((each) => (each ?? null) === (param ?? null));
        return at < 0 ? now : withFreshPage(now, at, fresh);
      });
    }
  };

  const tell = useLiveRuns({ org, project }, refresh);
  const { data } = query;
  // A run that is lost says nothing: what still runs is asked for again now and then.
  useEffect(() => {
    const running = data ? allRuns(data).filter((run) => run.status === "running") : [];
    if (running.length === 0) return;
    const timer = setInterval(() => tell({ runIds: running.map(({ id }) => id), missed: false }), RECHECK_MS);
    return () => clearInterval(timer);
  }, [data, tell]);
  return query;
}

/** Calls `refresh` with what changed in the project, never twice at a time. Gives a way to add to that. */
export function useLiveRuns(
  { org, project }: Project,
  refresh: (news: News) => Promise<void>,
): (news: News) => void {
  const trpc = useTRPC();
  const current = useRef(refresh);
  useEffect(() => {
    current.current = refresh;
  });
  const refresher = useRef<ReturnType<typeof createRefresher> | null>(null);
  useEffect(() => {
    const made = createRefresher((news) => current.current(news), PAUSE_MS);
    refresher.current = made;
    return () => made.stop();
  }, []);
  const tell = useCallback((news: News) => refresher.current?.tell(news), []);
  useSubscription(trpc.runs.live.subscriptionOptions({ org, project }, { onData: tell }));
  return tell;
}
