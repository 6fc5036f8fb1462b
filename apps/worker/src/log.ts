/** What of an error goes into the log: never the rows or parameters that a database error may carry. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = "code" in error ? error.code : undefined;
  const cause = error.cause === undefined ? undefined : describeError(error.cause);
  return { type: error.name, message: error.message, code, stack: error.stack, cause };
}

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
