import { setTimeout as wait } from "node:timers/promises";
import { type Database, type PoolClient, withSystemClient } from "@heddle/db";
import type { InstanceContext } from "../../context";
import { claimBatch, claimBatches, findProjects, type InboxBatch } from "./claim";
import { failureKind, isCollision } from "./failure-kind";
import { foldBatches } from "./fold-batches";
import { writeLedger } from "./ledger";
import type { OutboxRow } from "./outbox";
import { type SetAside, setAside } from "./set-aside";
import { storeFolded } from "./store-folded";
import type { Way } from "./write-rows";

/** What one pass has stored. The caller passes the outbox rows on and deletes them. */
export interface Drained {
  batches: { id: string; projectId: string; writer: string; batch: string; receivedAt: Date }[];
  events: number;
  outbox: OutboxRow[];
  /** Batches that failed on their own. */
  failed: SetAside[];
}

type Claim = (client: PoolClient) => Promise<InboxBatch[]>;

const COLLISIONS = 5;
const SUSPECTS = 20;

/** Stores some batches of the project served least recently. Nothing stored: no other batch is free. */
export async function drain({ ctx }: { ctx: Pick<InstanceContext, "db"> }): Promise<Drained> {
  for (const projectId of await withSystemClient(ctx.db, findProjects)) {
    await markServed(ctx.db, projectId);
    const drained = await drainProject(ctx.db, projectId);
    if (drained.batches.length + drained.failed.length > 0) return drained;
  }
  return nothing();
}

/** Tries again, one by one, the batches that failed before. To be called now and then. */
export async function drainSuspects({ ctx }: { ctx: Pick<InstanceContext, "db"> }): Promise<Drained> {
  const { rows } = await withSystemClient(ctx.db, (client) =>
    client.query<{ id: string; projectId: string }>(
      `select id, project_id as "projectId" from ingest_batch where attempts > 0 order by random() limit ${SUSPECTS}`,
    ),
  );
  return await drainOneByOne(ctx.db, rows);
}

async function drainProject(db: Database, projectId: string): Promise<Drained> {
  let claimed: InboxBatch[] = [];
  try {
    return await drainTransaction(db, projectId, async (client) => {
      claimed = await claimBatches(client, projectId);
      return claimed;
    });
  } catch (error) {
    if (failureKind(error) === "passing") throw error;
    return await drainOneByOne(
      db,
      claimed.map(({ id }) => ({ id, projectId })),
    );
  }
}

async function drainOneByOne(db: Database, batches: { id: string; projectId: string }[]): Promise<Drained> {
  const total = nothing();
  for (const { id, projectId } of batches) {
    try {
      const drained = await drainTransaction(db, projectId, (client) => claimBatch(client, id));
      total.batches.push(...drained.batches);
      total.outbox.push(...drained.outbox);
      total.events += drained.events;
    } catch (error) {
      const kind = failureKind(error);
      if (kind === "passing") throw error;
      const failed = await setAside(db, id, kind, error);
      if (failed) total.failed.push(failed);
    }
  }
  return total;
}

async function drainTransaction(db: Database, projectId: string, claim: Claim): Promise<Drained> {
  for (let collisions = 0; ; collisions++) {
    try {
      const way = collisions === 0 ? "copy" : "upsert";
      return await withSystemClient(db, (client) => drainClaimed(client, projectId, claim, way));
    } catch (error) {
      if (!isCollision(error) || collisions === COLLISIONS) throw error;
      await wait(Math.random() * 50 * 2 ** collisions);
    }
  }
}

async function drainClaimed(client: PoolClient, projectId: string, claim: Claim, way: Way): Promise<Drained> {
  await client.query(LAZY_COMMIT);
  const claimed = await claim(client);
  if (claimed.length === 0) return nothing();
  const { folded, ledger, events, used } = await foldBatches(claimed);
  const outbox = await storeFolded(client, projectId, folded, way);
  await writeLedger(client, projectId, ledger);
  const ids = used.map((batch) => batch.id);
  await client.query("delete from ingest_batch where id = any($1::bigint[])", [ids]);
  const batches = used.map(({ id, writer, batch, receivedAt }) => ({
    id,
    projectId,
    writer,
    batch,
    receivedAt,
  }));
  return { batches, events, outbox, failed: [] };
}

/**
 * Does not wait for the disk: what a crash of PostgreSQL takes back is the whole transaction, so that the batches are
 * in the inbox again. Whatever others commit because of it is on the disk only after it.
 */
const LAZY_COMMIT = "set local synchronous_commit = off";

async function markServed(db: Database, projectId: string): Promise<void> {
  await withSystemClient(db, (client) =>
    client.query("update project set served_at = clock_timestamp() where id = $1", [projectId]),
  );
}

function nothing(): Drained {
  return { batches: [], events: 0, outbox: [], failed: [] };
}
