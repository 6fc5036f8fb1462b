import { type Database, withSystemClient } from "@heddle/db";
import { expect, vi } from "vitest";

const GROWING =
  /^(run|node_run|node_attribute|column_stat|run_batch)_|^(batch_receipt|pipeline|code_version|node_version|code_blob|environment_snapshot|name_text)$/;

interface Plan {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  Plans?: Plan[];
}

interface Statement {
  text: string;
  values: unknown[];
  /** What its transaction had set before it. */
  settings: string[];
}

/** The statements that `work` sends, but for those that copy. */
async function sentBy(db: Database, work: () => Promise<unknown>): Promise<Statement[]> {
  const client = await db.pool.connect();
  const query = vi.spyOn(client, "query");
  client.release();
  await work();
  const statements: Statement[] = [];
  let settings: string[] = [];
  for (const [sent, values] of query.mock.calls as unknown[][]) {
    const text = String(sent);
    if (text === "BEGIN") settings = [];
    if (text.startsWith("set local enable")) settings = [...settings, text];
    if (!/^\s*(select|with|insert|update|delete)\b/i.test(text) || text.includes("set_config")) continue;
    statements.push({ text, values: Array.isArray(values) ? values : [], settings });
  }
  query.mockRestore();
  return statements;
}

/** Tables that grow with history, with how a statement read them and how many rows it looked at. */
function readsOf(plan: Plan): { table: string; kind: string; rows: number }[] {
  const table = plan["Relation Name"] ?? "";
  const each =
    plan["Actual Rows"] +
    (plan["Rows Removed by Filter"] ?? 0) +
    (plan["Rows Removed by Index Recheck"] ?? 0);
  const own = GROWING.test(table) && plan["Node Type"] !== "ModifyTable";
  const read = { table, kind: plan["Node Type"], rows: each * plan["Actual Loops"] };
  return [...(own ? [read] : []), ...(plan.Plans ?? []).flatMap(readsOf)];
}

async function explain(db: Database, { text, values, settings }: Statement) {
  return await withSystemClient(db, async (client) => {
    for (const setting of settings) await client.query(setting);
    await client.query("savepoint before");
    const { rows } = await client.query(`explain (analyze, format json) ${text}`, values);
    await client.query("rollback to savepoint before");
    return readsOf(rows[0]["QUERY PLAN"][0].Plan);
  });
}

/**
 * Whatever `work` asks of a database of one connection, it finds by keys: no table that grows with history is read as
 * a whole, and of all of them together few rows. At least so many tables have to be looked at, to be sure of it.
 */
export async function expectKeys(db: Database, work: () => Promise<unknown>, atLeast: number): Promise<void> {
  const sent = await sentBy(db, work);
  const seen = new Set<string>();
  for (const statement of sent) {
    const { text } = statement;
    const reads = await explain(db, statement);
    for (const { table } of reads) seen.add(table.replace(/_(\d{4}_\d\d|default)$/, ""));
    const scans = reads.filter(({ kind, rows }) => kind === "Seq Scan" && rows > 0);
    expect({ text, scans }).toEqual({ text, scans: [] });
    const rows = reads.reduce((sum, read) => sum + read.rows, 0);
    expect({ text, rows: rows < 500 ? "few" : rows }).toEqual({ text, rows: "few" });
  }
  expect(sent.length).toBeGreaterThan(2);
  expect(seen.size).toBeGreaterThanOrEqual(atLeast);
}
