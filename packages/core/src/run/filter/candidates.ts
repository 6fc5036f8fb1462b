import type { ResolvedFilter } from "./resolve";
import { idConditions, whereOf } from "./where";

type Add = (value: unknown) => string;

/** The newest `most` runs that the filter's times and its best index allow, and what is left to be checked of each. */
export function candidatesSql(
  filter: ResolvedFilter,
  most: number,
  add: Add,
): { from: string; passes: string } {
  const { lead, rest } = whereOf(filter, add);
  const conditions = ["project_id = $1", ...idConditions(filter, null, add)];
  if (lead) conditions.push(`${lead.column} = any(${add(lead.values)}::${lead.type}[])`);
  return {
    from: `(select * from run where ${conditions.join(" and ")} order by id desc limit ${most}) as r`,
    passes: rest.join(" and ") || "true",
  };
}
