import { type Database, withSystemClient } from "@heddle/db";
import type { FailureKind } from "./failure-kind";

/** A batch is tried this often on its own, a sweep apart, before it is put aside. */
const TRIES = 3;
const ERROR_LENGTH = 4000;

export interface SetAside {
  id: string;
  projectId: string;
  writer: string;
  batch: string;
  error: string;
  quarantined: boolean;
}

/**
 * Notes that a batch failed on its own. From then on it is kept apart from the others; after several failures
 * that are its own fault it moves to `quarantined_batch`. Null when it is gone: somebody else stored it.
 */
export async function setAside(
  db: Database,
  id: string,
  kind: FailureKind,
  error: unknown,
): Promise<SetAside | null> {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const clean = text.replaceAll("\0", "").slice(0, ERROR_LENGTH);
  return await withSystemClient(db, async (client) => {
    const increment = kind === "batch" ? "attempts + 1" : "greatest(attempts, 1)";
    const { rows } = await client.query<Omit<SetAside, "error"> & { attempts: number }>(
      `update ingest_batch set attempts = ${increment} where id = $1
       returning attempts, project_id as "projectId", writer, batch`,
      [id],
    );
    const [failed] = rows;
    if (!failed) return null;
    const { projectId, writer, batch, attempts } = failed;
    const quarantined = kind === "batch" && attempts >= TRIES;
    if (quarantined) await client.query(QUARANTINE, [id, clean]);
    return { id, projectId, writer, batch, error: clean, quarantined };
  });
}

const QUARANTINE = `
  with gone as (delete from ingest_batch where id = $1 returning *)
  insert into quarantined_batch (id, project_id, writer, batch, received_at, encoding, body, error)
  select id, project_id, writer, batch, received_at, encoding, body, $2 from gone on conflict do nothing`;
