"use client";
import type { NodeHistory } from "@heddle/core";
import { ChartLine, Table2 } from "lucide-react";
import { Button } from "../ui/button";
import { Segmented } from "../ui/segmented";
import { ColumnPicker } from "./column-picker";
import { RUN_COUNTS, type RunCount, SERIES, type Series } from "./node-params";
import { SERIES_TITLES, seriesOf } from "./series";
import type { NodeState } from "./use-node-state";

const option = (series: Series) => ({ value: series, label: series, title: SERIES_TITLES[series] });
const SELECT =
  "h-[26px] max-w-44 rounded-2 border border-line-strong bg-bg px-1.5 text-12 text-ink-2 focus:border-accent focus:outline-none max-desk:h-9";

interface HistoryToolbarProps extends NodeState {
  history: NodeHistory;
  series: Series;
}

/** What is shown of the history: column, statistic, task, how many runs, as chart or table. */
export function HistoryToolbar({ history, series, state, set }: HistoryToolbarProps) {
  const { first, rest } = seriesOf(history.runs);
  const shown = first.includes(series) ? first : [...first, series];
  const choose = (value: string) => void set({ statistic: SERIES.find((one) => one === value) ?? null });
  const ranged = state.from !== null || state.to !== null;
  return (
    <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-2 gap-y-1.5 px-(--gutter) py-2">
      <ColumnPicker
        columns={history.columns}
        column={history.column}
        onChange={(column) => void set({ column })}
      />
      <span className="max-mid:hidden">
        <Segmented label="Statistic" value={series} options={shown.map(option)} onChange={choose} />
      </span>
      <select
        aria-label="Statistic"
        value={series}
        onChange={(event) => choose(event.target.value)}
        className={`${SELECT} mid:hidden`}
      >
        {[...new Set([...shown, ...rest])].map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
      {rest.length > 0 ? (
        <select
          aria-label="Further statistics"
          value=""
          onChange={(event) => choose(event.target.value)}
          className={`${SELECT} w-17 max-mid:hidden`}
        >
          <option value="" disabled>
            more
          </option>
          {rest.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      ) : null}
      {history.tasks.length > 1 || (history.tasks[0] ?? "") !== history.task ? (
        <select
          aria-label="Task"
          value={history.task}
          onChange={(event) => void set({ task: event.target.value })}
          className={SELECT}
        >
          {[...new Set([history.task, ...history.tasks])].map((task) => (
            <option key={task} value={task}>
              {task || "no task"}
            </option>
          ))}
        </select>
      ) : null}
      <span className="ml-auto flex items-center gap-2">
        {ranged ? (
          <Button size="sm" onClick={() => void set({ from: null, to: null, at: null })}>
            All runs
          </Button>
        ) : (
          <Segmented
            label="Newest runs"
            value={String(state.runs)}
            options={RUN_COUNTS.map((count) => ({
              value: String(count),
              label: String(count),
              title: `The newest ${count} runs`,
            }))}
            onChange={(value) =>
              void set({ runs: RUN_COUNTS.find((one): one is RunCount => String(one) === value) ?? null })
            }
          />
        )}
        <Button
          size="md"
          icon
          aria-pressed={state.show === "table"}
          aria-label={state.show === "table" ? "Show as chart" : "Show as table"}
          title={state.show === "table" ? "Show as chart" : "Show as table"}
          onClick={() => void set({ show: state.show === "table" ? null : "table" })}
        >
          {state.show === "table" ? (
            <ChartLine size={14} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
          ) : (
            <Table2 size={14} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
          )}
        </Button>
      </span>
    </div>
  );
}
