import { z } from "zod";
import { getRunInput } from "./inputs";

const name = z.string().min(1).max(4096);
/** PostgreSQL has no text with NUL in it. */
const search = z
  .string()
  .max(200)
  .regex(/^[^\0]*$/);

export const getRunLedgerInput = getRunInput.extend({
  cursor: z.string().min(1).max(200).nullish(),
  limit: z.number().int().min(1).max(500).default(200),
});
export type GetRunLedgerInput = z.infer<typeof getRunLedgerInput>;

export const listRunColumnsInput = getRunInput.extend({
  cursor: z.string().min(1).max(12_000).nullish(),
  limit: z.number().int().min(1).max(200).default(100),
  sort: z.enum(["node", "name", "missing"]).default("node"),
  kind: z.enum(["numeric", "boolean", "categorical", "text", "datetime", "mixed", "empty"]).optional(),
  /** A part of the column's or the node's name, whatever the case. */
  search: search.optional(),
  node: name.optional(),
});
export type ListRunColumnsInput = z.infer<typeof listRunColumnsInput>;

export const getRunFileInput = getRunInput.extend({ path: z.string().min(1).max(4096) });
export type GetRunFileInput = z.infer<typeof getRunFileInput>;
