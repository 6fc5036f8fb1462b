import {
  createLoader,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { COLOURS } from "../graph/colours";
import { SORT_KEYS } from "../nodes/sort-nodes";

export const TABS = ["graph", "timeline", "nodes", "data", "code", "environment", "ledger"] as const;
export type TabKey = (typeof TABS)[number];

export const COLUMN_KINDS = [
  "numeric",
  "boolean",
  "categorical",
  "text",
  "datetime",
  "mixed",
  "empty",
] as const;
export const COLUMN_SORTS = ["node", "name", "missing"] as const;

/** The state of a run's page that lives in its URL. Without `tab` the screen decides. */
export const runParams = {
  tab: parseAsStringLiteral(TABS),
  node: parseAsString,
  task: parseAsString,
  colour: parseAsStringLiteral(COLOURS).withDefault("status"),
  /** Whether the graph has frames around modules; null: as suits it. */
  modules: parseAsBoolean,
  /** Modules that were opened, `+name`, and folded, `-name`. */
  fold: parseAsArrayOf(parseAsString).withDefault([]),
  /** Hops around the selected node that the graph shows. */
  up: parseAsInteger,
  down: parseAsInteger,
  sort: parseAsStringLiteral(SORT_KEYS).withDefault("worst"),
  order: parseAsStringLiteral(["asc", "desc"] as const).withDefault("asc"),
  rows: parseAsStringLiteral(["all", "critical", "slow"] as const).withDefault("all"),
  group: parseAsStringLiteral(["start", "module"] as const),
  find: parseAsString.withDefault(""),
  kind: parseAsStringLiteral(COLUMN_KINDS),
  by: parseAsStringLiteral(COLUMN_SORTS).withDefault("node"),
  /** The one node whose columns are shown. */
  of: parseAsString,
  file: parseAsString,
};

export const loadRunParams = createLoader(runParams);
