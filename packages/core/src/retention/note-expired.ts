import type { Scope, Tx } from "@heddle/db";
import { recordAudit } from "../audit/record";
import { lowestRunId } from "./lowest-run-id";

interface Expiring {
  scope: Scope;
  name: string;
  now: () => Date;
}

const ACTION = "project.runs_expired";

/** Adds to the day's count of deleted runs: one event for a project and day (UTC) says it all. */
export async function noteExpired(tx: Tx, { scope, name, now }: Expiring, runs: number): Promise<void> {
  const { organizationId, projectId } = scope;
  const day = lowestRunId(new Date(`${now().toISOString().slice(0, 10)}T00:00:00Z`));
  const noted = await tx.$executeRaw`
    UPDATE audit_event SET detail = jsonb_build_object('runs', (detail ->> 'runs')::int + ${runs}::int)
    WHERE organization_id = ${organizationId}::uuid AND project_id = ${projectId}::uuid
      AND id >= ${day}::uuid AND action = ${ACTION}`;
  if (noted > 0) return;
  const actor = { type: "system", job: "retention" } as const;
  await recordAudit(
    tx,
    { actor, scope, now },
    { action: ACTION, target: name, targetId: projectId, detail: { runs } },
  );
}
