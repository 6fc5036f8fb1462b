import { once } from "node:events";
import type { Server } from "node:http";
import { setImmediate as nextTurn, setTimeout as wait } from "node:timers/promises";
import type { SilentConnections } from "./silent-connections";

interface Stoppable {
  server: Server;
  silent: SilentConnections;
  /** Says that the process is leaving: balancers hear so, and each answer closes its connection. */
  leaving: AbortController;
  /** How long requests are taken after that, for a balancer to notice. */
  delayMs: number;
  /** Ends streams, which would never finish by themselves. */
  stopping: AbortController;
  /** What to close after the last answer, in this order. */
  closers: (() => Promise<void>)[];
  onError: (error: unknown) => void;
}

const DEADLINE_MS = 10_000;
const SWEEP_MS = 50;
/** Whoever connected and sends no request within this time will not be missed. */
const SILENCE_MS = 1000;

/** Resolves after the last answer: a connection that falls idle later is kept alive by nobody else. */
async function lastAnswer(server: Server, silent: SilentConnections): Promise<void> {
  // What the kernel accepted for us is ours only after a turn of the loop; the end of the listener cuts the rest.
  await nextTurn();
  const closed = once(server, "close");
  server.close();
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  const silence = setTimeout(() => silent.close(), SILENCE_MS);
  await closed;
  clearInterval(sweep);
  clearTimeout(silence);
}

/**
 * Stops taking requests, after the delay, lets those in flight finish, then closes the rest. True when all of it
 * was in time.
 */
export async function stop(stoppable: Stoppable): Promise<boolean> {
  const { server, silent, leaving, delayMs, stopping, closers, onError } = stoppable;
  leaving.abort();
  if (delayMs > 0) await wait(delayMs);
  const late = wait(DEADLINE_MS, false, { ref: false });
  const work = async (): Promise<true> => {
    stopping.abort();
    await lastAnswer(server, silent);
    for (const close of closers) await close().catch(onError);
    return true;
  };
  const inTime = await Promise.race([work(), late]);
  if (!inTime) server.closeAllConnections();
  return inTime;
}
