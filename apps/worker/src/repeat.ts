import type { Logger } from "pino";

interface Repetition {
  name: string;
  everyMs: number;
  work: () => Promise<void>;
  log: Logger;
}

/** Does the work now and then again and again, never twice at once. The returned function ends it. */
export function repeat({ name, everyMs, work, log }: Repetition): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let current = Promise.resolve();
  const turn = () => {
    current = work()
      .catch((error: Error) => log.error({ err: error, what: name }, "failed, will be tried again"))
      .finally(() => {
        if (!stopped) timer = setTimeout(turn, everyMs);
      });
  };
  turn();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await current;
  };
}
