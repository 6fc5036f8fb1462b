import type { PoolClient } from "@heddle/db";
import type { Transition } from "./transitions";
import type { ChangedValue } from "./view";

/** Values that are named for a run. */
const MOST = 20;
const LONGEST = 200;

/** Entries that differ between two objects, by name, with how many there are in all. */
const DIFFERENT = `
  select coalesce(x.key, y.key) as name, left(x.value #>> '{}', ${LONGEST}) as before,
    left(y.value #>> '{}', ${LONGEST}) as after, count(*) over ()::int as total
  from jsonb_each(pair.older) x full join jsonb_each(pair.newer) y on x.key = y.key
  where x.value is distinct from y.value order by name limit ${MOST}`;

const CONFIG = `
  select pair.id, d.* from (
    select b.id, a.config as older, b.config as newer
    from unnest($2::uuid[], $3::uuid[]) as wanted (id, previous)
    join run a on a.project_id = $1 and a.id = wanted.previous
    join run b on b.project_id = $1 and b.id = wanted.id
  ) pair cross join lateral (${DIFFERENT}) d`;

/** The runtime counts as a package of its own name. */
const PACKAGES = `
  select pair.older_hash || ' ' || pair.newer_hash as id, d.* from (
    select a.hash as older_hash, b.hash as newer_hash, ${packagesOf("a")} as older, ${packagesOf("b")} as newer
    from unnest($2::text[], $3::text[]) as wanted (older, newer)
    join environment_snapshot a on a.project_id = $1 and a.hash = wanted.older
    join environment_snapshot b on b.project_id = $1 and b.hash = wanted.newer
  ) pair cross join lateral (${DIFFERENT}) d`;

function packagesOf(table: string): string {
  const value = `${table}.value`;
  return `coalesce(${value} -> 'packages', '{}') || jsonb_strip_nulls(jsonb_build_object(
    coalesce(${value} #>> '{runtime,name}', 'runtime'), ${value} #> '{runtime,version}'))`;
}

export interface ChangedValues {
  values: ChangedValue[];
  total: number;
}

async function read(
  client: PoolClient,
  text: string,
  values: unknown[],
): Promise<Map<string, ChangedValues>> {
  const { rows } = await client.query<ChangedValue & { id: string; total: number }>(text, values);
  const found = new Map<string, ChangedValues>();
  for (const { id, total, ...value } of rows) {
    const known = found.get(id) ?? { values: [], total };
    known.values.push(value);
    found.set(id, known);
  }
  return found;
}

/** Values of the configuration that differ from the run before, by the run's id. */
export async function readChangedConfig(
  client: PoolClient,
  projectId: string,
  transitions: readonly Transition[],
): Promise<Map<string, ChangedValues>> {
  const differing = transitions.filter(({ configDiffers }) => configDiffers);
  if (differing.length === 0) return new Map();
  return read(client, CONFIG, [
    projectId,
    differing.map(({ id }) => id),
    differing.map(({ previousId }) => previousId),
  ]);
}

export const environmentPair = ({ previousEnvironment, environment }: Transition) =>
  `${previousEnvironment} ${environment}`;

/** Packages that differ, by `environmentPair`. Host, user and variables do not count. */
export async function readChangedPackages(
  client: PoolClient,
  projectId: string,
  transitions: readonly Transition[],
): Promise<Map<string, ChangedValues>> {
  const pairs = new Map(
    transitions
      .filter(({ environment, previousEnvironment }) => environment && previousEnvironment)
      .filter(({ environment, previousEnvironment }) => environment !== previousEnvironment)
      .map((each) => [environmentPair(each), each]),
  );
  if (pairs.size === 0) return new Map();
  const each = [...pairs.values()];
  return read(client, PACKAGES, [
    projectId,
    each.map(({ previousEnvironment }) => previousEnvironment),
    each.map(({ environment }) => environment),
  ]);
}
