import { copyRows, type PoolClient, upsertRows } from "@heddle/db";

/**
 * How rows that are not there yet get in. `copy` is fast, and fails where another transaction has just changed
 * what is there; `upsert` works whatever is there, and is how such a failure is mended.
 */
export type Way = "copy" | "upsert";

type Target<Row> = Omit<Parameters<typeof upsertRows>[1], "rows" | "onConflict"> & { rows: readonly Row[] };

/** Writes rows of which `isStored` says whether they are there already. */
export async function writeRows<Row extends { run_id: string }>(
  client: PoolClient,
  way: Way,
  { rows, ...target }: Target<Row>,
  isStored: (row: Row) => boolean,
): Promise<void> {
  const known: Row[] = [];
  const fresh: Row[] = [];
  for (const row of rows) (way === "upsert" || isStored(row) ? known : fresh).push(row);
  await upsertRows(client, { ...target, rows: known as Rows, onConflict: "replace" });
  await copyRows(client, { ...target, rows: fresh as Rows });
}

type Rows = Parameters<typeof copyRows>[1]["rows"];
