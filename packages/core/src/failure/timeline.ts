import { Prisma, type Tx } from "@heddle/db";
import { type ChannelKind, kindOf } from "../alert/channel/kind";
import { type DeliveryStatus, statusOf } from "../alert/delivery/status";
import { lowestRunId } from "../retention/lowest-run-id";
import type { FailureRun } from "./view";

/** One line of a failure's history. */
export type FailureEvent =
  | { kind: "failed"; at: string; run: FailureRun }
  /** The first good run after a failed one. */
  | { kind: "recovered"; at: string; run: FailureRun }
  | {
      kind: "message";
      at: string;
      /** `name` is null when the channel was removed. */
      channel: { name: string | null; kind: ChannelKind | null };
      status: DeliveryStatus;
      /** From the failure being noticed to the message being taken, in ms. */
      tookMs: number | null;
      run: FailureRun;
    }
  | { kind: "person"; at: string; action: string; actor: string; until: string | null };

/** Runs that are told one by one; what is about older ones is left out. */
const RUNS = 50;
const CHANGES = 50;

interface Place {
  projectId: string;
  organizationId: string;
  failureId: string;
  pipelineId: string;
  environment: string | null;
}

interface Told {
  incidentId: string;
  runId: string;
  number: number | null;
  startedAt: Date;
  finishedAt: Date | null;
  goodId: string | null;
  goodNumber: number | null;
  goodStartedAt: Date | null;
  goodFinishedAt: Date | null;
}

/** What happened around a failure, newest first. */
export async function readTimeline(tx: Tx, place: Place): Promise<FailureEvent[]> {
  const told = await readRuns(tx, place);
  const events = told.flatMap(ofRun);
  events.push(...(await readMessages(tx, place.projectId, told)));
  const oldest = told.at(-1)?.startedAt;
  if (oldest) events.push(...(await readChanges(tx, place, oldest)));
  return events.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** The newest failed runs, each with the first good one between it and the next. */
function readRuns(tx: Tx, { projectId, failureId, pipelineId, environment }: Place): Promise<Told[]> {
  return tx.$queryRaw<Told[]>`
    WITH told AS (
      SELECT i.id, i.run_id, lag(i.run_id) OVER (ORDER BY i.run_id DESC) AS next_id FROM (
        SELECT id, run_id FROM alert_incident
        WHERE project_id = ${projectId}::uuid AND failure_id = ${failureId}::uuid
        ORDER BY run_id DESC LIMIT ${RUNS}
      ) i
    )
    SELECT t.id AS "incidentId", t.run_id AS "runId", r.number, r.started_at AS "startedAt",
      r.finished_at AS "finishedAt", g.id AS "goodId", g.number AS "goodNumber",
      g.started_at AS "goodStartedAt", g.finished_at AS "goodFinishedAt"
    FROM told t
    JOIN run r ON r.project_id = ${projectId}::uuid AND r.id = t.run_id
    LEFT JOIN LATERAL (
      SELECT id, number, started_at, finished_at FROM run
      WHERE project_id = ${projectId}::uuid AND pipeline_id = ${pipelineId}::uuid AND id > t.run_id
        AND (t.next_id IS NULL OR id < t.next_id) AND status = 'succeeded'
        AND tags->>'environment' IS NOT DISTINCT FROM ${environment}::text
      ORDER BY id LIMIT 1
    ) g ON true
    ORDER BY t.run_id DESC`;
}

function ofRun(told: Told): FailureEvent[] {
  const failed: FailureEvent = {
    kind: "failed",
    at: (told.finishedAt ?? told.startedAt).toISOString(),
    run: { id: told.runId, number: told.number, startedAt: told.startedAt.toISOString() },
  };
  if (!told.goodId || !told.goodStartedAt) return [failed];
  const { goodId: id, goodNumber: number, goodStartedAt, goodFinishedAt } = told;
  const run = { id, number, startedAt: goodStartedAt.toISOString() };
  return [{ kind: "recovered", at: (goodFinishedAt ?? goodStartedAt).toISOString(), run }, failed];
}

async function readMessages(tx: Tx, projectId: string, told: Told[]): Promise<FailureEvent[]> {
  const runs = new Map(told.map((one) => [one.incidentId, one]));
  const rows = await tx.alertDelivery.findMany({
    where: { projectId, incidentId: { in: [...runs.keys()] } },
    orderBy: { createdAt: "desc" },
    take: RUNS * 2,
  });
  const channels = await tx.alertChannel.findMany({
    where: { projectId, id: { in: [...new Set(rows.map(({ channelId }) => channelId))] } },
    select: { id: true, name: true, kind: true },
  });
  const byId = new Map(channels.map((channel) => [channel.id, channel]));
  return rows.flatMap(({ incidentId, channelId, status, createdAt, sentAt }) => {
    const one = runs.get(incidentId);
    const channel = byId.get(channelId);
    if (!one) return [];
    return {
      kind: "message" as const,
      at: (sentAt ?? createdAt).toISOString(),
      channel: { name: channel?.name ?? null, kind: channel ? kindOf(channel.kind) : null },
      status: statusOf(status),
      tookMs: sentAt ? sentAt.getTime() - createdAt.getTime() : null,
      run: { id: one.runId, number: one.number, startedAt: one.startedAt.toISOString() },
    };
  });
}

/** What people did to the failure, from the audit log; only what belongs to it, so that all may see it. */
async function readChanges(tx: Tx, place: Place, since: Date): Promise<FailureEvent[]> {
  const { organizationId, projectId, failureId } = place;
  const rows = await tx.$queryRaw<{ at: Date; action: string; actor: string; until: string | null }[]>`
    SELECT created_at AS at, action, actor, detail->>'until' AS until FROM audit_event
    WHERE organization_id = ${organizationId}::uuid AND project_id = ${projectId}::uuid
      AND id >= ${lowestRunId(since)}::uuid AND target_id = ${failureId} AND ${OF_FAILURES}
    ORDER BY id DESC LIMIT ${CHANGES}`;
  return rows.map((row) => ({ ...row, kind: "person", at: row.at.toISOString() }));
}

const OF_FAILURES = Prisma.sql`action IN ('failure.acknowledged', 'failure.reopened', 'failure.muted', 'failure.unmuted')`;
