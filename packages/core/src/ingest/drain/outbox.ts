import { type Database, type PoolClient, withSystemClient } from "@heddle/db";

/** What must happen after a commit. */
export type OutboxMessage =
  | { kind: "run.changed"; payload: { runIds: string[] } }
  | { kind: "run.failed"; payload: { runId: string } }
  | { kind: "version.added"; payload: { codeVersion: string } };

export type OutboxRow = { id: string; projectId: string } & OutboxMessage;

const LEFT_BEHIND = 500;

/** Writes messages in the transaction of what they are about and returns them as rows. */
export async function writeOutbox(
  client: PoolClient,
  projectId: string,
  messages: OutboxMessage[],
): Promise<OutboxRow[]> {
  if (messages.length === 0) return [];
  const { rows } = await client.query<OutboxRow>(
    `insert into outbox (project_id, kind, payload)
     select $1, kind, payload::jsonb from unnest($2::text[], $3::text[]) as message (kind, payload)
     returning id, project_id as "projectId", kind, payload`,
    [projectId, messages.map((one) => one.kind), messages.map((one) => JSON.stringify(one.payload))],
  );
  return rows;
}

/** Messages older than `before`: whoever committed them did not live to pass them on. */
export async function findLeftOutbox(db: Database, before: Date): Promise<OutboxRow[]> {
  return await withSystemClient(db, async (client) => {
    const { rows } = await client.query<OutboxRow>(
      `select id, project_id as "projectId", kind, payload from outbox
       where created_at < $1 order by id limit ${LEFT_BEHIND}`,
      [before],
    );
    return rows;
  });
}

/** Forgets messages that have been passed on. */
export async function deleteOutbox(db: Database, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await withSystemClient(db, (client) =>
    client.query("delete from outbox where id = any($1::bigint[])", [ids]),
  );
}
