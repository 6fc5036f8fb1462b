import { createLoader, parseAsInteger, parseAsStringLiteral } from "nuqs/server";
import { RANGES } from "@/components/overview/overview-query";

/** What the URL of the overview says, for the server and the browser alike. */
export const overviewParams = {
  range: parseAsStringLiteral(RANGES).withDefault("7d"),
  /** All pipelines, or those that need a look. */
  show: parseAsStringLiteral(["all", "look"]).withDefault("all"),
  /** Changes of behaviour, or cosmetic ones too. */
  changes: parseAsStringLiteral(["behaviour", "all"]).withDefault("behaviour"),
  rows: parseAsInteger.withDefault(50),
};

export const loadOverviewParams = createLoader(overviewParams);
