export interface News {
  runIds: string[];
  /** News was lost before this: anything may have changed. */
  missed: boolean;
}

/**
 * Gathers news and hands it on at most once per pause, one hand-over at a time: many runs that end together
 * cost one refresh. News of a failed hand-over is tried again with the next one.
 */
export function createRefresher(refresh: (news: News) => Promise<void>, pauseMs: number) {
  let waiting: News | null = null;
  let busy = false;
  let stopped = false;

  const add = (news: News) => {
    const runIds = new Set([...(waiting?.runIds ?? []), ...news.runIds]);
    waiting = { runIds: [...runIds], missed: news.missed || (waiting?.missed ?? false) };
  };

  const work = async () => {
    busy = true;
    while (waiting && !stopped) {
      const news: News = waiting;
      waiting = null;
      await refresh(news).catch(() => {
        if (!stopped) add(news);
      });
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
    busy = false;
  };

  return {
    tell(news: News): void {
      if (stopped) return;
      add(news);
      if (!busy) void work();
    },
    stop(): void {
      stopped = true;
    },
  };
}
