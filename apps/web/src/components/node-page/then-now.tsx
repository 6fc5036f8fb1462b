import type { HistoryRun, NodeHistory } from "@heddle/core";
import Link from "next/link";
import { ThenNowHistogram } from "../compare/then-now-histogram";
import { runName } from "../run/run-name";
import { paths } from "../shell/paths";
import { useShell } from "../shell/shell-context";
import { PanelSection } from "../ui/side-panel";
import type { Series } from "./node-params";
import { figureOf, seriesWords } from "./series";

const ROWS: readonly Series[] = ["mean", "p50", "std", "zeros", "missing", "distinct", "rows"];

/** The newest run that has a value, or the pinned one, and the last good run with a value before it. */
export function valuePair(
  runs: readonly HistoryRun[],
  pinned: HistoryRun | null,
): { now: number; before: number | null } | null {
  const now =
    pinned === null
      ? runs.findLastIndex(({ figures }) => figures !== null)
      : runs.findIndex(({ id }) => id === pinned.id);
  if (now < 0 || !runs[now]?.figures) return null;
  const before = runs.findLastIndex(
    ({ figures, status }, index) => index < now && figures !== null && status === "succeeded",
  );
  return { now, before: before < 0 ? null : before };
}

interface ThenNowProps {
  history: NodeHistory;
  pinned: HistoryRun | null;
}

/** A run's value against that of the last good run before it. */
export function ThenNow({ history, pinned }: ThenNowProps) {
  const { base } = useShell();
  const { runs, distribution } = history;
  const pair = valuePair(runs, pinned);
  const now = pair && runs[pair.now];
  if (!pair || !now) return null;
  const then = pair.before === null ? undefined : runs[pair.before];
  const histogram = (place: number | null) => {
    const counts = place === null ? null : distribution?.cells[place];
    if (!counts || distribution?.rows.kind !== "bins") return null;
    const { edges } = distribution.rows;
    return { low: edges[0] ?? 0, high: edges.at(-1) ?? 0, counts };
  };
  const [before, after] = [histogram(pair.before), histogram(pair.now)];
  const shown = ROWS.filter((series) => figureOf(now, series) !== null);
  return (
    <PanelSection
      title={
        <>
          Value in {runName(now)}
          {then ? ` against ${runName(then)}, the last good one` : ""}
        </>
      }
      aside={
        then ? (
          <Link href={paths.compare(base, { a: then.id, b: now.id })} className="shrink-0 hover:text-accent">
            Compare
          </Link>
        ) : undefined
      }
    >
      <div className="flex items-start gap-4">
        {after ? (
          <ThenNowHistogram
            before={before}
            after={after}
            means={{ before: then ? figureOf(then, "mean") : null, after: figureOf(now, "mean") }}
            label={`Distribution in ${runName(now)}${then ? ` over that in ${runName(then)}` : ""}`}
            width={180}
            height={66}
          />
        ) : null}
        <table className="min-w-0 flex-1 text-12">
          <thead>
            <tr className="text-11">
              <th scope="col" className="text-left font-normal">
                <span className="sr-only">Statistic</span>
              </th>
              {then ? (
                <th scope="col" className="text-right font-normal text-ink-3">
                  then
                </th>
              ) : null}
              <th scope="col" className="text-right font-normal text-accent">
                now
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((series) => {
              const [old, young] = [then ? figureOf(then, series) : null, figureOf(now, series)];
              return (
                <tr key={series} className="h-5">
                  <th scope="row" className="text-left font-normal text-ink-2">
                    {series}
                  </th>
                  {then ? (
                    <td className="text-right text-ink-3">{old === null ? "" : seriesWords(old, series)}</td>
                  ) : null}
                  <td className={old === young ? "text-right" : "text-right font-medium"}>
                    {young === null ? "" : seriesWords(young, series)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </PanelSection>
  );
}
