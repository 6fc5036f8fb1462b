import { z } from "zod";
import { searchText } from "./words";

const name = z
  .string()
  .min(1)
  .max(4096)
  .regex(/^[^\0]*$/);
const names = z.array(name).max(50).default([]);

const catalogFilter = z.object({
  /** Words; each must be in the name, the doc, the module or the name of a column. */
  q: searchText.default(""),
  kind: z.array(z.enum(["input", "function", "step"])).default([]),
  shape: z.array(z.enum(["scalar", "array", "table", "object", "none"])).default([]),
  health: z.array(z.enum(["pending", "running", "succeeded", "failed", "skipped"])).default([]),
  pipeline: names,
  owner: names,
  /** As `name=value`. */
  tag: names,
});
export type CatalogFilter = z.infer<typeof catalogFilter>;

export const listCatalogNodesInput = catalogFilter.extend({
  order: z.enum(["name", "module"]).default("name"),
  cursor: z.string().min(1).max(8000).nullish(),
  limit: z.number().int().min(1).max(200).default(60),
});
export type ListCatalogNodesInput = z.infer<typeof listCatalogNodesInput>;

export const readCatalogFacetsInput = catalogFilter;

export const listCatalogPipelinesInput = z.object({
  q: searchText.default(""),
  cursor: z.string().min(1).max(4096).nullish(),
  limit: z.number().int().min(1).max(200).default(60),
});
export type ListCatalogPipelinesInput = z.infer<typeof listCatalogPipelinesInput>;
