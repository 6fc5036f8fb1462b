import type { Server } from "node:http";

interface Stoppable {
  server: Server;
  /** Ends streams, which would never finish by themselves. */
  stopping: AbortController;
  /** What to close after the last answer, in this order. */
  closers: (() => Promise<void>)[];
  onError: (error: unknown) => void;
}

const DEADLINE_MS = 10_000;

const SWEEP_MS = 50;

/** Resolves after the last answer: a connection that falls idle later is kept alive by nobody else. */
function lastAnswer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    server.close(() => {
      clearInterval(sweep);
      resolve();
    });
  });
}

/** Stops taking requests, lets those in flight finish, then closes the rest. True when all of it was in time. */
export async function stop({ server, stopping, closers, onError }: Stoppable): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, DEADLINE_MS, false).unref());
  const work = async (): Promise<true> => {
    stopping.abort();
    await lastAnswer(server);
    for (const close of closers) await close().catch(onError);
    return true;
  };
  const inTime = await Promise.race([work(), late]);
  if (!inTime) server.closeAllConnections();
  return inTime;
}
