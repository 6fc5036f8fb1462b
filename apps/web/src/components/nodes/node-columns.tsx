import type { GraphNode } from "@heddle/contract";
import type { ReactNode } from "react";
import { formatDuration } from "@/format/duration";
import { formatCount } from "@/format/number";
import { StatusMark } from "../status/status-mark";
import { STATUS } from "../status/status-words";
import { Instant } from "../time/instant";
import { ModuleName } from "./module-name";
import type { SortKey } from "./sort-nodes";

interface NodeColumn {
  key: SortKey | "error";
  label: string;
  /** Share of the table's width, or a fixed width. */
  width: string;
  right?: boolean;
  cell: (node: GraphNode) => ReactNode;
}

/** Columns of the table of nodes. A blank cell means: does not apply. */
export const NODE_COLUMNS: NodeColumn[] = [
  {
    key: "status",
    label: "Status",
    width: "112px",
    cell: ({ status }) => (
      <span className="flex items-center gap-1.5">
        <StatusMark status={status} size={12} label="" />
        <span className={status === "failed" ? "font-medium text-failed-text" : "text-ink-2"}>
          {STATUS[status].label}
        </span>
      </span>
    ),
  },
  {
    key: "name",
    label: "Node",
    width: "20%",
    cell: ({ name, status }) => (
      <span className={status === "skipped" || status === "pending" ? "text-ink-2" : "font-medium"}>
        {name}
      </span>
    ),
  },
  {
    key: "module",
    label: "Module",
    width: "11%",
    cell: ({ module }) => <ModuleName module={module} />,
  },
  {
    key: "start",
    label: "Started",
    width: "84px",
    cell: ({ startedAt }) => (startedAt ? <Instant at={startedAt} className="text-ink-2" /> : null),
  },
  {
    key: "duration",
    label: "Duration",
    width: "96px",
    right: true,
    cell: ({ durationMs }) => (durationMs === null ? null : formatDuration(durationMs)),
  },
  {
    key: "attempt",
    label: "Attempt",
    width: "76px",
    right: true,
    cell: ({ attempt, startedAt }) => (startedAt ? formatCount(attempt + 1) : null),
  },
  {
    key: "rows",
    label: "Rows",
    width: "92px",
    right: true,
    cell: ({ output }) =>
      output?.rows == null || output.shape === "scalar" ? null : formatCount(output.rows),
  },
  {
    key: "columns",
    label: "Columns",
    width: "84px",
    right: true,
    cell: ({ output }) => (output?.shape === "table" ? formatCount(output.columnCount) : null),
  },
  {
    key: "error",
    label: "Error",
    width: "auto",
    cell: ({ error }) =>
      error ? (
        <span title={`${error.type}: ${error.message}`}>
          <span className="font-medium text-failed-text">{error.type}</span>{" "}
          <span className="text-ink-2">{error.message}</span>
        </span>
      ) : null,
  },
];
