import { sanitizedJson } from "@heddle/db";
import { shownStatusSql } from "../lost";
import type { ResolvedFilter } from "./resolve";
import { wordsCondition } from "./text";

type Add = (value: unknown) => string;

/** SQL that is true for runs with one of the values under the key. */
export function tagSql(key: string, values: readonly string[], add: Add): string {
  const some = values.map((value) => `r.tags @> ${add(sanitizedJson({ [key]: value }))}::jsonb`);
  return `(${some.join(" or ")})`;
}

/** What an index answers by itself: the values that lead to the runs, of which each has its own order by id. */
export interface Lead {
  column: string;
  type: string;
  values: unknown[];
}

/** How the runs are found, and what has to be looked at in each of them. */
interface Where {
  lead: Lead | null;
  /** Conditions on `r` that the lead leaves open. */
  rest: string[];
}

/** Times of the filter, and a place in the list, as conditions on the id. */
export function idConditions(
  { fromId, belowId }: ResolvedFilter,
  cursorId: string | null,
  add: Add,
): string[] {
  const conditions = [];
  if (fromId !== null) conditions.push(`id >= ${add(fromId)}::uuid`);
  if (belowId !== null) conditions.push(`id < ${add(belowId)}::uuid`);
  if (cursorId !== null) conditions.push(`id < ${add(cursorId)}::uuid`);
  return conditions;
}

/** Takes the field that leaves the fewest runs as the lead, the others as conditions. */
export function whereOf(filter: ResolvedFilter, add: Add): Where {
  const { statuses, pipelineIds, versions, tags, text, silence } = filter;
  const rest: string[] = [];
  const leads: Lead[] = [];
  if (text?.kind === "id") leads.push({ column: "id", type: "uuid", values: [text.id] });
  if (text?.kind === "number") leads.push({ column: "number", type: "int", values: [text.number] });
  if (versions) leads.push({ column: "code_version", type: "text", values: versions });
  if (pipelineIds) leads.push({ column: "pipeline_id", type: "uuid", values: pipelineIds });
  if (statuses) {
    const stored = [...new Set(statuses.map((status) => (isDerived(status) ? "running" : status)))];
    leads.push({ column: "status", type: "text", values: stored });
  }
  const [lead = null, ...others] = leads;
  for (const { column, type, values } of others) {
    if (column !== "status") rest.push(`r.${column} = any(${add(values)}::${type}[])`);
  }
  const exact =
    lead?.column === "status" && !statuses?.some((status) => status === "running" || isDerived(status));
  if (statuses && !exact) rest.push(`${shownStatusSql(silence, add)} = any(${add(statuses)}::text[])`);
  for (const [key, values] of tags) rest.push(tagSql(key, values, add));
  if (text?.kind === "words") rest.push(wordsCondition(text, add));
  return { lead, rest };
}

/** What is shown for some of the runs that are stored as running. */
function isDerived(status: string): boolean {
  return status === "lost" || status === "silent";
}
