import { createBell } from "./bell";
import type { ProjectContext } from "./context";

const RECHECK_MS = 10_000;
/** News goes to nobody whose right was last looked at longer ago than this. */
const TRUSTED_MS = 1000;

/** `missed`: changes may have been lost before this, so read everything again. */
export interface ChangedRuns {
  runIds: string[];
  missed: boolean;
}

/**
 * Ids of a project's runs as they change, gathered while the viewer is busy, until the session ends. When this
 * process stops, the stream breaks off with an AbortError: that is how tRPC leaves a browser to connect again.
 */
export async function* changedRuns(
  ctx: ProjectContext,
  signal: AbortSignal | undefined,
): AsyncGenerator<ChangedRuns> {
  const { queue, stopping, metrics } = ctx.services;
  const ended = AbortSignal.any(signal ? [signal, stopping] : [stopping]);
  const bell = createBell(ended);
  let changed = new Set<string>();
  let missed = true;
  const unsubscribe = queue.subscribe(({ projectId, message }) => {
    if (message.kind === "gap") missed = true;
    else if (projectId !== ctx.core.scope.projectId || message.kind !== "runs.changed") return;
    else for (const runId of message.runIds) changed.add(runId);
    bell.ring();
  });
  metrics.liveStreams.inc();
  try {
    let checkedAt = Date.now();
    while (!ended.aborted) {
      const news = missed || changed.size > 0;
      if (Date.now() - checkedAt >= (news ? TRUSTED_MS : RECHECK_MS)) {
        if (!(await ctx.stillAllowed())) return;
        checkedAt = Date.now();
      }
      if (news) {
        const told = { runIds: [...changed], missed };
        changed = new Set();
        missed = false;
        yield told;
      }
      await bell.wait(RECHECK_MS);
    }
    stopping.throwIfAborted();
  } finally {
    unsubscribe();
    metrics.liveStreams.dec();
  }
}
