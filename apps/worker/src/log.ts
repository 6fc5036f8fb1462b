const QUIET_MS = 30_000;

/** Passes an error on unless the same one was passed on a moment ago: a server that is away repeats itself. */
export function withoutRepeats(tell: (error: Error) => void, now: () => number): (error: Error) => void {
  const told = new Map<string, number>();
  return (error) => {
    for (const [message, at] of told) if (now() - at >= QUIET_MS) told.delete(message);
    if (told.has(error.message)) return;
    told.set(error.message, now());
    tell(error);
  };
}
