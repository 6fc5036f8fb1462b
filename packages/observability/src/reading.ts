interface Options<State> {
  read: () => Promise<State>;
  /** So long one answer serves every scrape. */
  freshMs: number;
  /** A scrape waits no longer than this. */
  patienceMs: number;
  onError: (error: unknown) => void;
}

/**
 * Reads something that is costly or may be away, for scrapes: never twice at once, and null instead of waiting
 * long. What comes too late is there for the next scrape.
 */
export function createReading<State>({ read, freshMs, patienceMs, onError }: Options<State>) {
  let current: Promise<State | null> | undefined;
  let staleAt = 0;
  const begin = (): Promise<State | null> => {
    staleAt = Number.POSITIVE_INFINITY;
    const settled = () => {
      staleAt = performance.now() + freshMs;
    };
    return read()
      .catch((error: unknown) => {
        onError(error);
        return null;
      })
      .finally(settled);
  };
  return async (): Promise<State | null> => {
    if (current === undefined || performance.now() >= staleAt) current = begin();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(resolve, patienceMs, null);
    });
    return await Promise.race([current, late]).finally(() => clearTimeout(timer));
  };
}
