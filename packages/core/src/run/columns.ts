import type { ColumnProfile } from "@heddle/contract";
import { nameKey, type PoolClient, withScopeClient } from "@heddle/db";
import { containing } from "../catalog/like";
import { authorise, type Context } from "../context";
import { decodeCursor, encodeCursor } from "./cursor";
import { fullNames } from "./full-names";
import { loadRun } from "./load-run";
import type { ListRunColumnsInput } from "./page-inputs";

/** A column of what a node gave in a run. `task` is "" for a node with one task. */
export interface RunColumn {
  node: string;
  task: string;
  attribute: string;
  profile: ColumnProfile;
}

export interface RunColumnPage {
  columns: RunColumn[];
  /** How many fit the filter; only with the first page. */
  total: number | null;
  nextCursor: string | null;
}

interface Row {
  node: string;
  task: string;
  attribute: string;
  column: string;
  profile: ColumnProfile;
  share: number;
}

const PLACE = `c.node, c.task, c.attribute, c."column"`;
/** Share of the values that are missing, from 0 to 1. */
const SHARE = "coalesce(c.missing::float8 / nullif(c.count, 0), 0)";
const ORDERS = {
  node: PLACE,
  name: `c."column", c.node, c.task, c.attribute`,
  missing: `${SHARE} desc, ${PLACE}`,
} as const;

/** The columns of every node's output in a run, one page at a time. */
export async function listRunColumns({
  ctx,
  input,
}: {
  ctx: Context;
  input: ListRunColumnsInput;
}): Promise<RunColumnPage> {
  authorise(ctx, "read");
  const { projectId } = ctx.scope;
  const after = input.cursor ? decodeCursor(input.cursor, fits) : null;
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const run = await loadRun<{ id: string }>(client, projectId, input.runId, {
      columns: "r.id",
      tables: "run r",
    });
    const picked = filterOf(projectId, run.id, input);
    const total = after ? null : await count(client, picked);
    const rows = await readPage(client, picked, input, after);
    const page = rows.slice(0, input.limit);
    const fullName = await fullNames(
      client,
      projectId,
      page.flatMap(({ node, task, attribute }) => [node, task, attribute]),
    );
    const last = page.at(-1);
    return {
      columns: page.map(({ node, task, attribute, profile }) => ({
        node: fullName(node),
        task: fullName(task),
        attribute: fullName(attribute),
        profile,
      })),
      total,
      nextCursor: rows.length > page.length && last ? cursorOf(last) : null,
    };
  });
}

function cursorOf({ share, node, task, attribute, column }: Row): string {
  return encodeCursor([String(share), node, task, attribute, column]);
}

function fits(place: string[]): boolean {
  return place.length === 5 && Number.isFinite(Number(place[0]));
}

interface Picked {
  where: string;
  values: unknown[];
}

function filterOf(projectId: string, runId: string, { search, kind, node }: ListRunColumnsInput): Picked {
  const values: unknown[] = [projectId, runId];
  const conditions = ["c.project_id = $1", "c.run_id = $2"];
  if (node !== undefined) conditions.push(`c.node = $${values.push(nameKey(node).key)}`);
  if (kind !== undefined) conditions.push(`c.kind = $${values.push(kind)}`);
  if (search !== undefined && search.trim() !== "") {
    const pattern = `$${values.push(containing(search.trim()))}`;
    conditions.push(`(c."column" ilike ${pattern} or c.node ilike ${pattern})`);
  }
  return { where: conditions.join(" and "), values };
}

async function count(client: PoolClient, { where, values }: Picked): Promise<number> {
  const { rows } = await client.query<{ total: number }>(
    `select count(*)::int as total from column_stat c where ${where}`,
    values,
  );
  return rows[0]?.total ?? 0;
}

async function readPage(
  client: PoolClient,
  { where, values }: Picked,
  { sort, limit }: ListRunColumnsInput,
  after: string[] | null,
): Promise<Row[]> {
  const all = [...values];
  const [share, ...place] = after ?? [];
  const beyond = after ? ` and ${afterOf(sort, all, Number(share), place)}` : "";
  const { rows } = await client.query<Row>(
    `select ${PLACE}, c.profile, ${SHARE} as share from column_stat c
     where ${where}${beyond} order by ${ORDERS[sort]} limit $${all.push(limit + 1)}`,
    all,
  );
  return rows;
}

function afterOf(
  sort: ListRunColumnsInput["sort"],
  values: unknown[],
  share: number,
  place: string[],
): string {
  const [node, task, attribute, column] = place.map((part) => `$${values.push(part)}`);
  const beyond = `(${PLACE}) > (${node}, ${task}, ${attribute}, ${column})`;
  if (sort === "node") return beyond;
  if (sort === "name") return `(${ORDERS.name}) > (${column}, ${node}, ${task}, ${attribute})`;
  const same = `$${values.push(share)}::float8`;
  return `(${SHARE} < ${same} or (${SHARE} = ${same} and ${beyond}))`;
}
