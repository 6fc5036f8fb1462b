import { expect, test } from "vitest";
import { withScopeClient } from "../scope/client-transaction";
import { withScope } from "../scope/prisma-transaction";
import { createTestDatabase, createTestProject } from "../testing";
import type { Column } from "./column";
import { type OnConflict, upsertRows } from "./upsert-rows";

const db = await createTestDatabase();
const RUN = "01a19500-e800-7000-8000-000000000000";
const LARGEST = 2n ** 63n - 1n;

const ATTRIBUTE: Column[] = [
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
];
const KEY = ["project_id", "run_id", "node", "task", "name"];

async function writer() {
  const { scope } = await createTestProject(db);
  const base = {
    project_id: scope.projectId,
    run_id: RUN,
    node: "n",
    task: "",
    name: "a",
    role: "result",
    type: "heddle.scalar",
    schema_version: 1,
    value: 1 as unknown,
    attempt: 0,
    writer: RUN,
    seq: 0n as bigint | number,
  };
  const write = (rows: Partial<typeof base>[], onConflict: OnConflict) =>
    withScopeClient(db, scope, (client) =>
      upsertRows(client, {
        table: "node_attribute",
        columns: ATTRIBUTE,
        key: KEY,
        rows: rows.map((row) => ({ ...base, ...row })),
        onConflict,
      }),
    );
  const read = () => withScope(db, scope, (tx) => tx.nodeAttribute.findMany({ orderBy: { node: "asc" } }));
  return { write, read, scope };
}

test("odd text and JSON are stored cleaned", async () => {
  const { write, read } = await writer();
  const nodes = ["1 NUL\0", "2 lone \ud800", '3 "quoted", {braces} \\', "4 NULL", "5 🧶", "6 ' -- ;"];
  const value = { "\0": ["\udfff", Number.NaN, "ok 🧶"], text: 'a"\\u0000"' };
  expect(
    await write(
      nodes.map((node) => ({ node, value })),
      "replace",
    ),
  ).toBe(6);
  const rows = await read();
  expect(rows.map((row) => row.node)).toEqual(["1 NUL\ufffd", "2 lone \ufffd", ...nodes.slice(2)]);
  expect(rows[0]?.value).toEqual({ "\ufffd": ["\ufffd", null, "ok 🧶"], text: 'a"\\u0000"' });
});

test("JSON's null is a value, and strings that look like JSON stay strings", async () => {
  const { write, read } = await writer();
  const values = [null, "null", "{}", 0, false, [], {}];
  await write(
    values.map((value, i) => ({ node: String(i), value })),
    "replace",
  );
  expect((await read()).map((row) => row.value)).toEqual(values);
});

test("64-bit numbers keep every digit, and one more is refused", async () => {
  const { write, read } = await writer();
  await write([{ seq: LARGEST }], "replace");
  expect((await read())[0]?.seq).toBe(LARGEST);
  await expect(write([{ seq: LARGEST + 1n }], "replace")).rejects.toThrow(/out of range/);
  expect(await read()).toHaveLength(1);
});

test("ignore keeps the old row, replace takes the new one", async () => {
  const { write, read } = await writer();
  await write([{ value: "old" }], "replace");
  expect(await write([{ value: "new" }, { value: "again" }], "ignore")).toBe(0);
  expect((await read())[0]?.value).toBe("old");
  expect(await write([{ value: "new" }], "replace")).toBe(1);
  expect((await read())[0]?.value).toBe("new");
});

test("nothing to write is no statement, and a forgotten column is named", async () => {
  const { write, scope } = await writer();
  expect(await write([], "replace")).toBe(0);
  const rows = [{ project_id: scope.projectId, key: "k" }];
  const columns: Column[] = [{ name: "text", type: "text" }];
  const forgotten = withScopeClient(db, scope, (client) =>
    upsertRows(client, { table: "name_text", columns, key: ["key"], rows, onConflict: "ignore" }),
  );
  await expect(forgotten).rejects.toThrow("Row 0 for name_text has no text.");
});

test("lists, instants, bytes, floats and flags", async () => {
  const { scope } = await writer();
  const { projectId } = scope;
  const list = ["a", 'b"\\', "", "NULL", "{x,y}", "\0"];
  const startedAt = new Date("2026-11-01T00:00:00.001Z");
  await withScopeClient(db, scope, async (client) => {
    await upsertRows(client, {
      table: "run",
      columns: [
        { name: "project_id", type: "uuid" },
        { name: "id", type: "uuid" },
        { name: "planned_nodes", type: "text[]" },
        { name: "started_at", type: "timestamptz" },
        { name: "last_seen_at", type: "timestamptz" },
        { name: "heartbeat_seconds", type: "double precision" },
        { name: "error", type: "jsonb" },
      ],
      key: ["project_id", "id"],
      rows: [
        {
          project_id: projectId,
          id: RUN,
          planned_nodes: list,
          started_at: startedAt,
          last_seen_at: "2026-11-01T02:00:00.001+02:00",
          heartbeat_seconds: 1e-300,
          error: null,
        },
      ],
      onConflict: "replace",
    });
    await upsertRows(client, {
      table: "code_blob",
      columns: [
        { name: "project_id", type: "uuid" },
        { name: "sha256", type: "text" },
        { name: "size", type: "integer" },
        { name: "body", type: "bytea" },
      ],
      key: ["project_id", "sha256"],
      rows: [
        {
          project_id: projectId,
          sha256: "s",
          size: 3,
          body: new Uint8Array([9, 0, 255, 92, 9]).subarray(1, 4),
        },
      ],
      onConflict: "ignore",
    });
    const { rows } = await client.query("SELECT error IS NULL AS sql_null FROM run");
    expect(rows).toEqual([{ sql_null: true }]);
  });
  await withScope(db, scope, async (tx) => {
    const run = await tx.run.findFirstOrThrow();
    expect(run.plannedNodes).toEqual([...list.slice(0, 5), "\ufffd"]);
    expect([run.startedAt, run.lastSeenAt]).toEqual([startedAt, startedAt]);
    expect(run.heartbeatSeconds).toBe(1e-300);
    const blob = await tx.codeBlob.findFirstOrThrow();
    expect([...blob.body]).toEqual([0, 255, 92]);
  });
});

test("ten thousand rows go in one statement", async () => {
  const { write, read } = await writer();
  const rows = Array.from({ length: 10_000 }, (_, i) => ({ node: String(i).padStart(5, "0"), value: { i } }));
  expect(await write(rows, "replace")).toBe(10_000);
  const stored = await read();
  expect(stored).toHaveLength(10_000);
  expect(stored[9999]?.value).toEqual({ i: 9999 });
});
