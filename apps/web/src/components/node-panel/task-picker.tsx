"use client";
import { formatCount } from "@/format/number";
import { useRun } from "../run/run-context";
import { STATUS } from "../status/status-words";
import type { NodeData } from "./node-data";

/** Chooses among the parallel tasks of a node; nothing where there is one. */
export function TaskPicker({ runs, current }: { runs: NodeData["runs"]; current: string }) {
  const { state } = useRun();
  if (runs.length < 2) return null;
  const failed = runs.filter(({ status }) => status === "failed").length;
  return (
    <label className="flex items-center gap-2 border-b border-line px-4 py-2 text-12">
      <span className="text-ink-3">Task</span>
      <select
        aria-label="Parallel task"
        value={current}
        onChange={(event) => state.setTask(event.target.value)}
        className="h-7 min-w-0 flex-1 rounded-2 border border-line-control bg-bg px-1.5"
      >
        {runs.map(({ task, status }) => (
          <option key={task} value={task}>
            {task || "main"}, {STATUS[status].label.toLowerCase()}
          </option>
        ))}
      </select>
      <span className="text-ink-3">
        of {formatCount(runs.length)}
        {failed > 0 ? <span className="text-failed-text">, {formatCount(failed)} failed</span> : null}
      </span>
    </label>
  );
}
