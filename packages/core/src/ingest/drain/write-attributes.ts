import { type Attribute, PROFILE_TYPE, PROFILE_VERSION, type Profile, profileSchema } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";
import { stripOf } from "../batch/strip-unknown";
import { type AttributeState, type Folded, keyOf } from "../fold/folded";
import { compareOrigins, type Origin } from "../fold/origin";
import { ONE_BY_ONE } from "../prefer-keys";
import { columnStatRows, writeColumnStats } from "./column-stats";
import type { NameBook } from "./name-book";
import type { Place } from "./store-folded";
import { writeRows } from "./write-rows";

export interface AttributeKey {
  run_id: string;
  node: string;
  task: string;
  name: string;
}

/** An attribute under the keys of its names; `profile` when it is one that expands to column statistics. */
export interface KeyedAttribute extends AttributeKey {
  origin: Origin;
  state: AttributeState;
  profile: Profile | null;
}

/**
 * Writes the attributes that win against the stored ones. Of a profile the row keeps everything but the
 * columns; those become rows of `column_stat`, replaced as a whole. The runs must be locked.
 */
export async function writeAttributes(place: Place, attributes: Folded["attributes"]): Promise<void> {
  const { client, projectId, names, way, added } = place;
  const fresh = [...attributes.values()].map((state) => keyed(state, names));
  const stored = await readStored(
    client,
    projectId,
    fresh.filter(({ run_id }) => !added.has(run_id)),
  );
  const winners = fresh.filter((one) => {
    const known = stored.get(textOf(one));
    return known === undefined || compareOrigins(one.origin, known) >= 0;
  });
  const target = {
    table: "node_attribute",
    columns: COLUMNS,
    key: ["project_id", "run_id", "node", "task", "name"],
    rows: winners.map((one) => rowOf(projectId, one)),
  };
  await writeRows(client, way, target, (row) => stored.has(textOf(row)));
  const replaced = winners.filter((one) => stored.has(textOf(one)));
  const rows = winners.flatMap((one) => columnStatRows(projectId, one, names));
  await writeColumnStats(place, replaced, rows);
}

function keyed(state: AttributeState, names: NameBook): KeyedAttribute {
  const { attribute } = state;
  const expands = attribute.type === PROFILE_TYPE && attribute.schemaVersion === PROFILE_VERSION;
  return {
    run_id: state.runId,
    node: names.key(state.node),
    task: names.key(state.task),
    name: names.key(attribute.name),
    origin: state.origin,
    state,
    profile: expands ? profileIn(attribute) : null,
  };
}

const stripProfile = stripOf(profileSchema);

/** Events with other profiles were refused on arrival; what is left to do is to keep only what is known. */
function profileIn({ value }: Attribute): Profile {
  stripProfile?.(value);
  return value as unknown as Profile;
}

function rowOf(projectId: string, { state, profile, origin, ...key }: KeyedAttribute) {
  const { role, type, schemaVersion, value } = state.attribute;
  return {
    project_id: projectId,
    ...key,
    role,
    type,
    schema_version: schemaVersion,
    value: profile ? { ...profile, columns: [] } : value,
    ...origin,
  };
}

function textOf(key: AttributeKey): string {
  return keyOf(key.run_id, key.node, key.task, key.name);
}

async function readStored(client: PoolClient, projectId: string, wanted: AttributeKey[]) {
  if (wanted.length === 0) return new Map<string, Origin>();
  const { rows } = await client.query<AttributeKey & { attempt: number; writer: string; seq: string }>(
    `select stored.*
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) as wanted (run_id, node, task, name)
     cross join lateral (
       select a.run_id, a.node, a.task, a.name, a.attempt, a.writer, a.seq from node_attribute a
       where a.project_id = $1 and a.run_id = wanted.run_id
         and a.node = wanted.node and a.task = wanted.task and a.name = wanted.name
       ${ONE_BY_ONE}) stored`,
    [
      projectId,
      ...(["run_id", "node", "task", "name"] as const).map((column) => wanted.map((one) => one[column])),
    ],
  );
  return new Map<string, Origin>(rows.map((row) => [textOf(row), { ...row, seq: Number(row.seq) }]));
}

const COLUMNS = [
  { name: "project_id", type: "uuid" },
  { name: "run_id", type: "uuid" },
  { name: "node", type: "text" },
  { name: "task", type: "text" },
  { name: "name", type: "text" },
  { name: "role", type: "text" },
  { name: "type", type: "text" },
  { name: "schema_version", type: "integer" },
  { name: "value", type: "jsonb not null" },
  { name: "attempt", type: "integer" },
  { name: "writer", type: "uuid" },
  { name: "seq", type: "bigint" },
] as const;
