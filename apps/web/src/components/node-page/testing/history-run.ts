import type { HistoryRun } from "@heddle/core";

const SAME = { version: false, own: false, upstream: false };

/** A run of a history whose node returned a value with this mean; null: it failed. */
export function historyRun(mean: number | null, revision = "r", given: Partial<HistoryRun> = {}): HistoryRun {
  const none = { p5: null, p25: null, p50: null, p75: null, p95: null, std: null, min: null, max: null };
  return {
    id: given.id ?? `run ${revision} ${mean}`,
    number: 1,
    status: mean === null ? "failed" : "succeeded",
    startedAt: "2026-11-20T10:00:00.000Z",
    codeVersion: revision,
    revision,
    code: SAME,
    marks: { code: false, input: false, config: false, environment: false },
    node: { status: mean === null ? "failed" : "succeeded", attempt: 0, durationMs: 20 },
    figures: mean === null ? null : { ...none, mean, missing: 0, distinct: 3, zeros: 0, rows: 4 },
    ...given,
  };
}
