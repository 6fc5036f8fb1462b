import type { ClientBase } from "pg";

const MONTH_DIGITS = 7;

/** The end of the name of the partition that is made for a row's month. A UUIDv7 begins with its milliseconds. */
export function monthOf(id: string): string {
  const time = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
  return new Date(time).toISOString().slice(0, MONTH_DIGITS).replace("-", "_");
}

/** Of the given months those for which the table has a partition; rows of the others lie in the default one. */
export async function findMonths(client: ClientBase, table: string, months: string[]): Promise<Set<string>> {
  if (months.length === 0) return new Set();
  const { rows } = await client.query<{ month: string }>(
    `SELECT month FROM unnest($2::text[]) AS month
     WHERE to_regclass(format('"partition".%I', $1::text || '_' || month)) IS NOT NULL`,
    [table, months],
  );
  return new Set(rows.map(({ month }) => month));
}
