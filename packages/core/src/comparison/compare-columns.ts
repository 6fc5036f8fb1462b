import type { ColumnProfile } from "@heddle/contract";
import { type PoolClient, withScopeClient } from "@heddle/db";
import { authorise } from "../context";
import type { CompareColumnsInput } from "./compare-inputs";
import { type ColumnPlace, type ComparedColumn, columnDiffers, mostMovedFirst } from "./compared-column";
import { linksOf, nearestSources } from "./hops";
import { type CompareArgs, type Comparison, loadComparison } from "./load-comparison";
import { pageOf } from "./page-of";

/** The nearest recorded difference that the column's node is computed from; 0 hops is the node itself. */
export interface Because {
  kind: "code" | "input";
  node: string;
  hops: number;
}

export interface ColumnRow extends ComparedColumn {
  because: Because | null;
  profiles: { before: ColumnProfile | null; after: ColumnProfile | null };
}

export interface ComparedColumns {
  columns: ColumnRow[];
  nextCursor: string | null;
}

const PROFILES = `
  select s.run_id as "runId", s.node, s.task, s.attribute, s."column", s.profile
  from unnest($3::text[], $4::text[], $5::text[], $6::text[]) as wanted (node, task, attribute, "column")
  join column_stat s on s.project_id = $1 and s.run_id = any($2::uuid[]) and s.node = wanted.node
    and s.task = wanted.task and s.attribute = wanted.attribute and s."column" = wanted."column"`;

/** Every column of two runs, what moved most first, one page at a time, with both profiles for the pictures. */
export async function compareColumns(args: CompareArgs<CompareColumnsInput>): Promise<ComparedColumns> {
  const { ctx, input } = args;
  authorise(ctx, "read");
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const comparison = await loadComparison(client, args);
    const wanted = input.nodes && new Set(input.nodes);
    const listed = comparison.columns.columns.filter(
      (column) => (!wanted || wanted.has(column.node)) && (!input.differencesOnly || columnDiffers(column)),
    );
    const { items, nextCursor } = pageOf(mostMovedFirst(listed), input);
    const because = reasons(comparison);
    const profiles = await readProfiles(client, ctx.scope.projectId, comparison, items);
    const columns = items.map((column): ColumnRow => {
      const found = because.get(column.node);
      return { ...column, because: found ?? null, profiles: profiles(column) };
    });
    return { columns, nextCursor };
  });
}

/** For each node that code or inputs that differ lead to: the nearest of these. */
function reasons({ nodes, inputs }: Comparison): Map<string, Because> {
  const links = linksOf(nodes);
  const code = nodes.flatMap(({ name, difference }) =>
    difference === "changed" || difference === "added" || difference === "removed" ? [name] : [],
  );
  const given = inputs.flatMap(({ node, same }) => (node !== null && !same ? [node] : []));
  const kinds = new Map<string, Because["kind"]>([
    ...given.map((name) => [name, "input"] as const),
    ...code.map((name) => [name, "code"] as const),
  ]);
  // Code first: of two that are as near, it is the one that people change on purpose.
  const nearest = nearestSources(links, [...code, ...given]);
  return new Map(
    [...nearest].map(([name, { target, hops }]) => [
      name,
      { kind: kinds.get(target) ?? "code", node: target, hops },
    ]),
  );
}

async function readProfiles(
  client: PoolClient,
  projectId: string,
  { a, b, columns }: Comparison,
  items: readonly ComparedColumn[],
): Promise<(column: ComparedColumn) => ColumnRow["profiles"]> {
  const keys = items.flatMap((item) => columns.keys.get(item) ?? []);
  const { rows } = await client.query<ColumnPlace & { runId: string; profile: ColumnProfile }>(PROFILES, [
    projectId,
    [a.id, b.id],
    keys.map(({ node }) => node),
    keys.map(({ task }) => task),
    keys.map(({ attribute }) => attribute),
    keys.map(({ column }) => column),
  ]);
  const place = (runId: string, { node, task, attribute, column }: ColumnPlace) =>
    [runId, node, task, attribute, column].join("\n");
  const found = new Map(rows.map((row) => [place(row.runId, row), row.profile]));
  return (column) => {
    const key = columns.keys.get(column);
    if (!key) return { before: null, after: null };
    return { before: found.get(place(a.id, key)) ?? null, after: found.get(place(b.id, key)) ?? null };
  };
}
