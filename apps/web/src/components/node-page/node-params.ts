import { STATISTICS } from "@heddle/core/node/figures";
import {
  createLoader,
  parseAsArrayOf,
  parseAsNumberLiteral,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";

const NODE_TABS = ["history", "value", "code", "failures"] as const;
export type NodeTab = (typeof NODE_TABS)[number];

/** The statistics of a column, and how long the node took. */
export const SERIES = [...STATISTICS, "duration"] as const;
export type Series = (typeof SERIES)[number];

export const RUN_COUNTS = [20, 60, 200, 1000] as const;
export type RunCount = (typeof RUN_COUNTS)[number];

/** The state of a node's page that lives in its URL. */
export const nodeParams = {
  pipeline: parseAsString,
  node: parseAsString,
  tab: parseAsStringLiteral(NODE_TABS).withDefault("history"),
  /** Without, the first one that has something to show. */
  column: parseAsString,
  statistic: parseAsStringLiteral(SERIES),
  task: parseAsString,
  runs: parseAsNumberLiteral(RUN_COUNTS).withDefault(60),
  /** Ids of the runs between which the history lies. */
  from: parseAsString,
  to: parseAsString,
  /** Ids of the runs that were picked, at most two. */
  at: parseAsArrayOf(parseAsString).withDefault([]),
  show: parseAsStringLiteral(["chart", "table"] as const).withDefault("chart"),
};

export const loadNodeParams = createLoader(nodeParams);

interface Shown {
  pipeline: string | null;
  node: string | null;
  column: string | null;
  task: string | null;
  runs: number;
  from: string | null;
  to: string | null;
}

/** What the history is asked for, on the server and in the browser alike. */
export function historyInput({ pipeline, node, column, task, runs, from, to }: Shown) {
  return {
    pipeline: pipeline ?? "",
    node: node ?? "",
    column: column ?? undefined,
    task: task ?? undefined,
    limit: runs,
    from: from ?? undefined,
    to: to ?? undefined,
  };
}
