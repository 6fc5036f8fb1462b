import type { Prisma, Tx } from "@heddle/db";
import { fullNamesIn } from "../../run/full-names";
import { kindOf } from "../channel/kind";
import { statusOf } from "./status";
import type { Delivery } from "./view";

/** Deliveries of a project, newest first, with the names of what they are about. */
export async function readDeliveries(
  tx: Tx,
  projectId: string,
  where: Prisma.AlertDeliveryWhereInput,
  take: number,
): Promise<Delivery[]> {
  const rows = await tx.alertDelivery.findMany({
    where: { AND: [{ projectId }, where] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take,
    include: { incident: true },
  });
  const names = await readNames(tx, projectId, rows);
  return rows.map((row) => ({
    id: row.id,
    status: statusOf(row.status),
    attempts: row.attempts,
    lastError: row.lastError,
    nextAttemptAt: row.status === "pending" ? row.notBefore.toISOString() : null,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    channel: { id: row.channelId, ...(names.channels.get(row.channelId) ?? { name: null, kind: null }) },
    failureId: row.incident.failureId,
    run: {
      id: row.incident.runId,
      number: names.runs.get(row.incident.runId) ?? null,
      pipeline: names.pipelines.get(row.incident.pipelineId ?? "") ?? null,
    },
    node: row.incident.node,
  }));
}

type Row = { channelId: string; incident: { runId: string; pipelineId: string | null } };

async function readNames(tx: Tx, projectId: string, rows: Row[]) {
  const ids = (pick: (row: Row) => string | null) => [...new Set(rows.flatMap((row) => pick(row) ?? []))];
  const where = (id: string[]) => ({ projectId, id: { in: id } });
  const channels = await tx.alertChannel.findMany({
    where: where(ids((row) => row.channelId)),
    select: { id: true, name: true, kind: true },
  });
  const runs = await tx.run.findMany({
    where: where(ids((row) => row.incident.runId)),
    select: { id: true, number: true },
  });
  const pipelines = await tx.pipeline.findMany({ where: where(ids((row) => row.incident.pipelineId)) });
  const fullName = await fullNamesIn(
    tx,
    projectId,
    pipelines.map(({ name }) => name),
  );
  return {
    channels: new Map(channels.map(({ id, name, kind }) => [id, { name, kind: kindOf(kind) }])),
    runs: new Map(runs.map(({ id, number }) => [id, number])),
    pipelines: new Map(pipelines.map(({ id, name }) => [id, fullName(name)])),
  };
}
