import type { Outcome } from "./experiment";

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

/** All outcomes as the one object of the last line. */
export function summarise(outcomes: Outcome[], duplicatedWithoutReceipts: number, seconds: number) {
  const byKind: { [kind: string]: number } = {};
  for (const { kills } of outcomes)
    for (const [kind, count] of Object.entries(kills)) byKind[kind] = (byKind[kind] ?? 0) + count;
  const { flush: flushes = 0, ...kills } = byKind;
  const of = (figure: (outcome: Outcome) => number) => sum(outcomes.map(figure));
  return {
    benchmark: "faults",
    kills: sum(Object.values(kills)),
    kills_by_kind: kills,
    flushes,
    acked_events: of((one) => one.ackedEvents),
    acked_batches: of((one) => one.ackedBatches),
    runs: of((one) => one.runs),
    lost: of((one) => sum(one.findings.map(({ lost }) => lost))),
    duplicated: of((one) => sum(one.findings.map(({ duplicated }) => duplicated))),
    duplicated_without_receipts: duplicatedWithoutReceipts,
    repeats: of((one) => one.repeats),
    unknown: of((one) => one.unknown),
    wrong_answers: of((one) => one.wrongAnswers.length),
    repeated_posts: of((one) => one.repeatedPosts),
    backends: outcomes.map(({ name }) => name),
    seconds: Math.round(seconds),
  };
}

export type Summary = ReturnType<typeof summarise>;

/** Which bars are missed, in words. */
export function missedBars(summary: Summary, outcomes: Outcome[]): string[] {
  const missed = outcomes.flatMap(({ name, findings }) =>
    findings
      .filter(({ lost, duplicated }) => lost + duplicated > 0)
      .map(
        (one) => `${name}: ${one.what}: lost ${one.lost}, duplicated ${one.duplicated}. ${one.example ?? ""}`,
      ),
  );
  for (const { name, wrongAnswers } of outcomes)
    if (wrongAnswers.length > 0) missed.push(`${name}: ${wrongAnswers.slice(0, 5).join("; ")}`);
  if (summary.duplicated_without_receipts === 0)
    missed.push("Without receipts nothing was duplicated: the check cannot fail.");
  return missed;
}
