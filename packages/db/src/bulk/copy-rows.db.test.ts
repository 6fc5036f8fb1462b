import { beforeAll, describe, expect, test } from "vitest";
import { ensurePartitions } from "../partition/ensure-partitions";
import { withSystemClient } from "../scope/client-transaction";
import { createTestDatabase, createTestProject, type TestDatabase } from "../testing";
import type { Column } from "./column";
import { copyRows } from "./copy-rows";
import { upsertRows } from "./upsert-rows";

/** A month that has partitions, and one that has not. */
const IN_MONTH = idAt("2031-05-20T00:00:00Z");
const OUTSIDE = idAt("2044-05-20T00:00:00Z");

const COLUMNS: Column[] = [
  { name: "project_id", type: "uuid" },
  { name: "run_id", type: "uuid" },
  { name: "node", type: "text" },
  { name: "task", type: "text" },
  { name: "attribute", type: "text" },
  { name: "column", type: "text" },
  { name: "position", type: "integer" },
  { name: "kind", type: "text" },
  { name: "data_type", type: "text" },
  { name: "count", type: "bigint" },
  { name: "missing", type: "bigint" },
  { name: "distinct", type: "bigint" },
  { name: "mean", type: "double precision" },
  { name: "min", type: "double precision" },
  { name: "profile", type: "jsonb not null" },
  { name: "attempt", type: "integer" },
  { name: "writer", type: "uuid" },
  { name: "seq", type: "bigint" },
];
const KEY = ["project_id", "run_id", "node", "task", "attribute", "column"];

let db: TestDatabase;
let projectId: string;
beforeAll(async () => {
  db = await createTestDatabase();
  projectId = (await createTestProject(db)).scope.projectId;
  await withSystemClient(db, (client) => ensurePartitions(client, new Date("2031-05-01T00:00:00Z")));
});

function idAt(instant: string): string {
  const hex = Date.parse(instant).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

const base = () => ({
  project_id: projectId,
  run_id: IN_MONTH,
  node: "n",
  task: "",
  attribute: "result",
  column: "c",
  position: 0,
  kind: "numeric",
  data_type: "number",
  count: 1n as bigint | number,
  missing: 0,
  distinct: 1,
  mean: null as number | null,
  min: null as number | null,
  profile: {} as unknown,
  attempt: 0,
  writer: IN_MONTH,
  seq: 0,
});
type Stat = ReturnType<typeof base>;

const NASTY: Partial<Stat>[] = [
  { column: "\\N", data_type: "\\", profile: null },
  { column: "tab\tnew\nline\rreturn\\.", data_type: "\\.\n\\.", profile: "\\N" },
  { column: "\\n is not a new line, \\\\t no tab", profile: { "a\tb\\": ["\n", "\\n", '"', "\\"] } },
  { column: "", data_type: "", profile: "" },
  { column: "NUL\0 and \ud800 alone", profile: { "\0": "\udc00", pair: "🧶", escaped: "\\u0000" } },
  { column: "Grüße, 數據, 🧶, e\u0301, \u2028\u0085\x0b\x7f\ufeff", profile: "\u2028\u0085\x0b\x7f" },
  { column: "numbers", count: 2n ** 63n - 1n, mean: Number.NaN, min: Number.NEGATIVE_INFINITY },
  { column: "more", mean: Number.POSITIVE_INFINITY, min: -0, count: 0 },
  { column: "small", mean: 5e-324, min: 1.7976931348623157e308, profile: [5e-324, 1e21, -0, 2 ** 53 + 2] },
  {
    column: "json",
    profile: { not: Number.NaN, big: 2n ** 70n, deep: [[[{}]]], none: null, gone: undefined },
  },
  { column: "x".repeat(400), data_type: "y\\\t".repeat(100_000), profile: "z\\".repeat(300_000) },
];

async function stored(write: () => Promise<unknown>) {
  await write();
  return await withSystemClient(db, async (client) => {
    const { rows } = await client.query(
      `SELECT "column", data_type, count, mean::text, min::text, profile::text FROM column_stat
       WHERE project_id = $1 ORDER BY "column" COLLATE "C"`,
      [projectId],
    );
    await client.query("DELETE FROM column_stat WHERE project_id = $1", [projectId]);
    return rows;
  });
}

const copy = (rows: Partial<Stat>[]) =>
  withSystemClient(db, (client) =>
    copyRows(client, {
      table: "column_stat",
      columns: COLUMNS,
      rows: rows.map((row) => ({ ...base(), ...row })),
    }),
  );
const upsert = (rows: Partial<Stat>[]) =>
  withSystemClient(db, (client) =>
    upsertRows(client, {
      table: "column_stat",
      columns: COLUMNS,
      key: KEY,
      rows: rows.map((row) => ({ ...base(), ...row })),
      onConflict: "replace",
    }),
  );

describe("copyRows", () => {
  test("stores nasty values as upsertRows does", async () => {
    const copied = await stored(() => copy(NASTY));
    expect(copied).toHaveLength(NASTY.length);
    expect(copied).toEqual(await stored(() => upsert(NASTY)));
    const numbers = copied.find((row) => row.column === "numbers");
    expect(numbers).toMatchObject({ count: "9223372036854775807", mean: "NaN", min: "-Infinity" });
    const odd = copied.find((row) => row.column === "\\N");
    expect(odd).toMatchObject({ data_type: "\\", profile: "null" });
    expect(copied.map((row) => row.column)).toContain("NUL\ufffd and \ufffd alone");
  });

  test("finds the partition of each month, and the default one where there is none", async () => {
    await copy([{ run_id: OUTSIDE }, { run_id: IN_MONTH }, { run_id: OUTSIDE, column: "d" }]);
    const { rows } = await withSystemClient(db, (client) =>
      client.query(
        `SELECT tableoid::regclass::text AS place, count(*)::int FROM column_stat GROUP BY 1 ORDER BY 1`,
      ),
    );
    expect(rows).toEqual([
      { place: "partition.column_stat_2031_05", count: 1 },
      { place: "partition.column_stat_default", count: 2 },
    ]);
    await withSystemClient(db, (client) => client.query("DELETE FROM column_stat"));
  });

  test("ten thousand rows are many pieces, and all of them arrive", async () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => ({ column: `c${i}`, profile: "p".repeat(100) }));
    expect(await stored(() => copy(rows))).toHaveLength(10_000);
  });

  test("a row that is there, and one that cannot be written, take all back and leave the connection usable", async () => {
    await expect(copy([{}, { column: "d" }, {}])).rejects.toMatchObject({ code: "23505" });
    await expect(copy([{}, { node: undefined } as never])).rejects.toThrow(
      "Row 1 for column_stat has no node.",
    );
    await expect(copy([{}, { run_id: IN_MONTH, writer: "nobody" }])).rejects.toMatchObject({ code: "22P02" });
    expect(await stored(async () => {})).toEqual([]);
  });
});
