import { type inferParserType, parseAsNativeArrayOf, parseAsString, parseAsStringLiteral } from "nuqs/server";

export const KINDS = ["input", "function", "step"] as const;
export const SHAPES = ["table", "array", "scalar", "object", "none"] as const;
export const HEALTH = ["failed", "running", "pending", "skipped", "succeeded"] as const;

/** What the URL of the catalog says, for the server and the browser alike. */
export const catalogParams = {
  show: parseAsStringLiteral(["nodes", "pipelines"]).withDefault("nodes"),
  view: parseAsStringLiteral(["table", "module"]).withDefault("table"),
  q: parseAsString.withDefault(""),
  kind: parseAsNativeArrayOf(parseAsStringLiteral(KINDS)),
  shape: parseAsNativeArrayOf(parseAsStringLiteral(SHAPES)),
  health: parseAsNativeArrayOf(parseAsStringLiteral(HEALTH)),
  pipeline: parseAsNativeArrayOf(parseAsString),
  owner: parseAsNativeArrayOf(parseAsString),
  tag: parseAsNativeArrayOf(parseAsString),
};

export type CatalogView = inferParserType<typeof catalogParams>;
export type CatalogFilter = Pick<
  CatalogView,
  "q" | "kind" | "shape" | "health" | "pipeline" | "owner" | "tag"
>;
export type FacetName = Exclude<keyof CatalogFilter, "q">;

export const FACET_NAMES = [
  "shape",
  "kind",
  "health",
  "pipeline",
  "owner",
  "tag",
] as const satisfies FacetName[];

/** What passes everything. */
export const NO_FILTER: CatalogFilter = {
  q: "",
  ...{ kind: [], shape: [], health: [], pipeline: [], owner: [], tag: [] },
};
