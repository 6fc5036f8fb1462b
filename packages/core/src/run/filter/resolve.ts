import { nameKey, type PoolClient } from "@heddle/db";
import { lowestRunId } from "../../retention/lowest-run-id";
import type { Silence } from "../lost";
import type { RunFilter } from "./inputs";
import { wantedTags } from "./tags";
import { meaningOf, type TextMeaning } from "./text";

const LAST_MS = { "24h": 86_400_000, "7d": 7 * 86_400_000, "30d": 30 * 86_400_000 };
/** Of a short beginning that more versions share, the first ones are enough. */
const MOST_VERSIONS = 20;

/** A filter with its names and hashes looked up; null where the filter says nothing, empty where nothing fits. */
export interface ResolvedFilter {
  statuses: string[] | null;
  pipelineIds: string[] | null;
  versions: string[] | null;
  tags: Map<string, string[]>;
  text: TextMeaning | null;
  /** Ids from this one on, and below that one. */
  fromId: string | null;
  belowId: string | null;
  silence: Silence | null;
}

function list<Value>(value: Value | Value[] | undefined): Value[] | null {
  return value === undefined ? null : ([value].flat() as Value[]);
}

/** The moment from which on runs are meant, or null for all. */
export function startOf({ from, last }: Pick<RunFilter, "from" | "last">, now: Date): Date | null {
  const starts = [from ? Date.parse(from) : null, last ? now.getTime() - LAST_MS[last] : null];
  const known = starts.filter((start) => start !== null);
  return known.length > 0 ? new Date(Math.max(...known)) : null;
}

/** Looks up what the filter names, so that every statement that follows can use an index. */
export async function resolveFilter(
  client: PoolClient,
  projectId: string,
  filter: RunFilter,
  { now, silence }: { now: Date; silence: Silence | null },
): Promise<ResolvedFilter> {
  const text = filter.text === undefined ? null : meaningOf(filter.text);
  const names = list(filter.pipeline);
  const start = startOf(filter, now);
  const hash = filter.version ?? (text?.kind === "words" && text.words.length >= 7 ? text.hash : null);
  const versions = hash === null ? null : await versionsOf(client, projectId, hash);
  // A text that names a version means its runs; one that does not is looked for.
  const textIsVersion = filter.version === undefined && versions !== null && versions.length > 0;
  return {
    statuses: list(filter.status),
    pipelineIds: names && (await pipelineIdsOf(client, projectId, names)),
    versions: filter.version !== undefined || textIsVersion ? versions : null,
    tags: wantedTags(list(filter.tag) ?? []),
    text: textIsVersion ? null : text,
    fromId: start && lowestRunId(start),
    belowId: filter.to === undefined ? null : lowestRunId(new Date(filter.to)),
    silence,
  };
}

async function pipelineIdsOf(client: PoolClient, projectId: string, names: string[]): Promise<string[]> {
  const keys = names.map((name) => nameKey(name).key);
  const { rows } = await client.query<{ id: string }>(
    "select id from pipeline where project_id = $1 and name = any($2::text[])",
    [projectId, keys],
  );
  return rows.map(({ id }) => id);
}

/** Steps from one hash to the next in the index, however many runs each of them has. */
const VERSIONS = `
  with recursive step as (
    (select code_version from run where project_id = $1 and code_version >= $2 and code_version < $2 || 'g'
     order by code_version limit 1)
    union all
    select (
      select code_version from run where project_id = $1 and code_version > step.code_version
        and code_version < $2 || 'g' order by code_version limit 1
    ) from step where step.code_version is not null
  )
  select code_version as hash from step where code_version is not null limit $3`;

async function versionsOf(client: PoolClient, projectId: string, start: string): Promise<string[]> {
  if (start.length === 64) return [start];
  const { rows } = await client.query<{ hash: string }>(VERSIONS, [projectId, start, MOST_VERSIONS]);
  return rows.map(({ hash }) => hash);
}
