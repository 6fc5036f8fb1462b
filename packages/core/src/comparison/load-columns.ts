import type { ColumnKind, ColumnProfile, Histogram } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";
import { fullNames } from "../run/full-names";
import { type ColumnPlace, type ColumnSide, type ComparedColumn, isRetyped } from "./compared-column";
import { type Distribution, driftOf } from "./drift";

/** Columns beyond these are not compared. */
const MOST_COLUMNS = 20_000;

export interface LoadedColumns {
  columns: ComparedColumn[];
  /** There are more columns than are compared. */
  cut: boolean;
  /** Places as they are stored, by the compared column. */
  keys: ReadonlyMap<ComparedColumn, ColumnPlace>;
}

interface Values {
  kind: ColumnKind;
  dataType: string;
  count: number;
  missing: number;
  distinct: number;
  mean: number | null;
  std: number | null;
  min: number | null;
  max: number | null;
  /** Left out where both sides are equal. */
  histogram?: Histogram | null;
  top?: ColumnProfile["top"] | null;
  nonFinite?: number | null;
}

interface Row extends ColumnPlace {
  same: boolean;
  before: Values | null;
  after: Values | null;
}

const side = (name: "a" | "b") => `
  case when ${name}.run_id is not null then jsonb_build_object(
    'kind', ${name}.kind, 'dataType', ${name}.data_type, 'count', ${name}.count, 'missing', ${name}.missing,
    'distinct', ${name}."distinct", 'mean', ${name}.mean, 'std', ${name}.std, 'min', ${name}.min, 'max', ${name}.max)
    || case when a.profile = b.profile then '{}'::jsonb else jsonb_build_object(
      'histogram', coalesce(${name}.profile #> '{numeric,histogram}', ${name}.profile #> '{time,histogram}'),
      'top', ${name}.profile -> 'top',
      'nonFinite', coalesce((${name}.profile #>> '{numeric,nan}')::float8, 0)
        + coalesce((${name}.profile #>> '{numeric,infinite}')::float8, 0)) end
  end`;

/** Columns of one node come together, so that what is cut off is whole nodes but for one. */
const COLUMNS = `
  select node, task, attribute, "column", coalesce(a.profile = b.profile, false) as same,
    ${side("a")} as before, ${side("b")} as after
  from (select * from column_stat where project_id = $1 and run_id = $2) a
  full join (select * from column_stat where project_id = $1 and run_id = $3) b
    using (node, task, attribute, "column")
  order by node, task, attribute, "column" limit ${MOST_COLUMNS + 1}`;

/** Every column of both runs, with how far its values moved. */
export async function loadColumns(
  client: PoolClient,
  projectId: string,
  runs: { a: string; b: string },
  produced: { before: ReadonlySet<string>; after: ReadonlySet<string> },
): Promise<LoadedColumns> {
  const { rows } = await client.query<Row>(COLUMNS, [projectId, runs.a, runs.b]);
  const read = rows.slice(0, MOST_COLUMNS);
  const fullName = await fullNames(
    client,
    projectId,
    read.flatMap(({ node, task, attribute, column }) => [node, task, attribute, column]),
  );
  const keys = new Map<ComparedColumn, ColumnPlace>();
  for (const { same, before, after, ...key } of read) {
    const place = {
      node: fullName(key.node),
      task: fullName(key.task),
      attribute: fullName(key.attribute),
      column: fullName(key.column),
    };
    keys.set(compareColumn(place, { same, before, after }, produced), key);
  }
  return { columns: [...keys.keys()], cut: rows.length > MOST_COLUMNS, keys };
}

function compareColumn(
  place: ColumnPlace,
  { same, before, after }: Pick<Row, "same" | "before" | "after">,
  produced: { before: ReadonlySet<string>; after: ReadonlySet<string> },
): ComparedColumn {
  const sides = { before: before && sideOf(before), after: after && sideOf(after) };
  if (!before || !after) {
    const there = (before ? produced.after : produced.before).has(place.node);
    const change = there ? (before ? "removed" : "added") : "absent";
    return { ...place, ...sides, change, drift: { psi: null, byChance: null, level: "none" } };
  }
  if (same) return { ...place, ...sides, change: "same", drift: { psi: 0, byChance: null, level: "none" } };
  const drift = driftOf(distributionOf(before), distributionOf(after));
  return { ...place, ...sides, change: isRetyped(before, after) ? "retyped" : "changed", drift };
}

function sideOf({ kind, dataType, count, missing, distinct, mean, std, min, max }: Values): ColumnSide {
  return { kind, dataType, count, missing, distinct, mean, std, min, max };
}

function distributionOf({ histogram, top, nonFinite, ...values }: Values): Distribution {
  return { ...values, histogram: histogram ?? null, top: top ?? null, nonFinite: nonFinite ?? 0 };
}
