import { uuidV7Time } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";
import type { ResolvedFilter } from "./filter/resolve";
import { idConditions, type Lead, whereOf } from "./filter/where";
import { RUN_COLUMNS, type RunRow } from "./run-row";

/** So many runs are looked at for one page when no index leads to exactly those that are wanted. */
const LOOKED_AT = 20_000;

interface FoundRuns {
  rows: RunRow[];
  /** Whether there may be more below the last row. */
  more: boolean;
  /** Id of the run at which looking stopped before the page was full; older ones were not looked at. */
  stoppedAt: string | null;
}

function parameters(projectId: string) {
  const values: unknown[] = [projectId];
  return { values, add: (value: unknown) => `$${values.push(value)}` };
}

/** For each value of the lead, runs in the order of their ids: `pick` has to begin with "from". */
function perValue(lead: Lead | null, add: (value: unknown) => string, pick: (by: string) => string): string {
  if (!lead) return `(${pick("")}) as picked`;
  return `unnest(${add(lead.values)}::${lead.type}[]) as by (value)
    cross join lateral (${pick(` and ${lead.column} = by.value`)}) as picked`;
}

/** The newest `limit` runs below the cursor that pass the filter, found within a bounded number of runs. */
export async function readRuns(
  client: PoolClient,
  projectId: string,
  filter: ResolvedFilter,
  { cursorId, limit }: { cursorId: string | null; limit: number },
): Promise<FoundRuns> {
  const { values, add } = parameters(projectId);
  const { lead, rest } = whereOf(filter, add);
  if (lead?.values.length === 0) return { rows: [], more: false, stoppedAt: null };
  const ids = idConditions(filter, cursorId, add)
    .map((condition) => ` and ${condition}`)
    .join("");
  const wanted = limit + 1;
  const most = rest.length > 0 ? Math.ceil(LOOKED_AT / (lead?.values.length ?? 1)) : wanted;
  const newest = (by: string) =>
    `select * from run where project_id = $1${by}${ids} order by id desc limit ${most}`;
  const pick = (by: string) =>
    rest.length === 0
      ? newest(by)
      : `select * from (${newest(by)}) as r where ${rest.join(" and ")} order by id desc limit ${wanted}`;
  const { rows } = await client.query<RunRow>(
    `select ${RUN_COLUMNS} from (
       select picked.* from ${perValue(lead, add, pick)} order by picked.id desc limit ${wanted}
     ) as r left join pipeline p on p.project_id = $1 and p.id = r.pipeline_id
     order by r.id desc`,
    values,
  );
  const above = rows[limit]?.id ?? null;
  const whole = rest.length === 0 || (above !== null && (lead?.values.length ?? 1) === 1);
  const end = whole ? null : await findEnd(client, projectId, { filter, cursorId, lead, most, above });
  // Below the end of one value's runs, those of the others are not the whole list.
  const seen = end === null ? rows : rows.filter(({ id }) => id >= end);
  const page = seen.slice(0, limit);
  const stopped = end !== null && seen.length <= limit;
  return { rows: page, more: seen.length > limit || stopped, stoppedAt: stopped ? end : null };
}

interface Looked {
  filter: ResolvedFilter;
  cursorId: string | null;
  lead: Lead | null;
  most: number;
  /** Of a full page: where looking ended below it does not matter. */
  above: string | null;
}

/** Where looking ended: the highest id at which the bound was reached; null when nothing was left out. */
async function findEnd(
  client: PoolClient,
  projectId: string,
  { filter, cursorId, lead, most, above }: Looked,
): Promise<string | null> {
  const { values, add } = parameters(projectId);
  const within = idConditions(filter, cursorId, add);
  if (above !== null) within.push(`id >= ${add(above)}::uuid`);
  const ids = within.map((condition) => ` and ${condition}`).join("");
  const last = (by: string) =>
    `select id from run where project_id = $1${by}${ids} order by id desc offset ${most - 1} limit 1`;
  const { rows } = await client.query<{ id: string }>(
    `select picked.id from ${perValue(lead, add, last)} order by picked.id desc limit 1`,
    values,
  );
  return rows[0]?.id ?? null;
}

/** When the run with this id began, as its id has it. */
export function timeOfId(id: string): string {
  return new Date(uuidV7Time(id)).toISOString();
}
