import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { COLOURS } from "../graph/colours";
import { SORT_KEYS } from "../nodes/sort-nodes";

export const TABS = ["graph", "timeline", "nodes", "environment"] as const;
export type TabKey = (typeof TABS)[number];

/** The state of a run's page that lives in its URL. Without `tab` the screen decides. */
export const runParams = {
  tab: parseAsStringLiteral(TABS),
  node: parseAsString,
  task: parseAsString,
  colour: parseAsStringLiteral(COLOURS).withDefault("status"),
  sort: parseAsStringLiteral(SORT_KEYS).withDefault("worst"),
  order: parseAsStringLiteral(["asc", "desc"] as const).withDefault("asc"),
};

export const loadRunParams = createLoader(runParams);
