// npm passes Ctrl-C on to a child that got it from the terminal already: one press arrives twice.
const SAME_PRESS_MS = 500;

/** Calls `first` at the first signal to end, and `again` at the next one that is a press of its own. */
export function onEndSignal(first: () => void, again: () => void): void {
  let firstAt: number | null = null;
  const handle = () => {
    if (firstAt === null) {
      firstAt = performance.now();
      first();
    } else if (performance.now() - firstAt > SAME_PRESS_MS) again();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, handle);
}
