import type { RunStatus } from "@heddle/contract";
import { median, quantile } from "./quantile";
import { isLate, type Rhythm, rhythmOf } from "./rhythm";

/** A run as far as judging its pipeline needs it. */
export interface JudgedRun {
  status: RunStatus;
  startedAt: Date;
  durationMs: number | null;
}

/** `failing` and `lost` are about the newest run that has ended, `late` about none having begun. */
export type Trouble = "failing" | "lost" | "late" | "slower";

export interface Judgement {
  /** The worst of what is wrong; null when nothing is. */
  trouble: Trouble | null;
  /** Runs in a row, up to the newest, that failed or were lost. Those not known to have ended are passed over. */
  streak: number;
  /** How much longer the last five good runs took than usual, as a share; null when not beyond usual. */
  slower: number | null;
  rhythm: Rhythm | null;
}

const WORST_FIRST: readonly Trouble[] = ["failing", "lost", "late", "slower"];
const NEWEST = 5;
const FEWEST_BEFORE = 5;
const SLOWER_BY = 0.1;

/** What the last runs of a pipeline, newest first, say about it. */
export function judge(runs: readonly JudgedRun[], now: Date): Judgement {
  const ended = runs.filter(({ status }) => status !== "running" && status !== "silent");
  const firstOther = ended.findIndex(({ status }) => status !== "failed" && status !== "lost");
  const streak = firstOther < 0 ? ended.length : firstOther;
  const rhythm = rhythmOf(runs.map(({ startedAt }) => startedAt.getTime()));
  const newest = runs[0];
  const late = newest !== undefined && isLate(rhythm, now.getTime() - newest.startedAt.getTime());
  const slower = slowerBy(runs);
  const found: Record<Trouble, boolean> = {
    failing: streak > 0 && ended[0]?.status === "failed",
    lost: streak > 0 && ended[0]?.status === "lost",
    late,
    slower: slower !== null,
  };
  return { trouble: WORST_FIRST.find((trouble) => found[trouble]) ?? null, streak, slower, rhythm };
}

/**
 * Median duration of the last five good runs over that of the good runs before, less 1; null unless it is beyond
 * the p90 of those before and at least 10 %, or when there are fewer than five before.
 */
function slowerBy(runs: readonly JudgedRun[]): number | null {
  const good = runs.flatMap((run) =>
    run.status === "succeeded" && run.durationMs !== null ? [run.durationMs] : [],
  );
  const before = good.slice(NEWEST);
  const [now, usual, most] = [median(good.slice(0, NEWEST)), median(before), quantile(before, 0.9)];
  if (before.length < FEWEST_BEFORE || now === null || most === null || !usual) return null;
  const by = now / usual - 1;
  return now > most && by >= SLOWER_BY ? by : null;
}

/** Worst first, then by name. */
export function worstFirst<Row extends { name: string; trouble: Trouble | null }>(
  rows: readonly Row[],
): Row[] {
  const rank = ({ trouble }: Row) => (trouble === null ? WORST_FIRST.length : WORST_FIRST.indexOf(trouble));
  const names = new Intl.Collator("en", { sensitivity: "base", numeric: true });
  return [...rows].sort((a, b) => rank(a) - rank(b) || names.compare(a.name, b.name));
}
