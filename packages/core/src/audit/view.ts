import type { AuditEventView } from "@heddle/contract";
import type { Tx } from "@heddle/db";

export interface AuditRow {
  id: string;
  project_id: string | null;
  actor_type: string;
  actor_id: string | null;
  actor: string;
  action: string;
  target: string;
  target_id: string | null;
  detail: AuditEventView["detail"];
  address: string | null;
  created_at: Date;
}

/** Events as people and programs see them, with the names that their projects have now. */
export async function auditViews(tx: Tx, rows: AuditRow[]): Promise<AuditEventView[]> {
  const ids = [...new Set(rows.map((row) => row.project_id).filter((id) => id !== null))];
  const projects = await tx.project.findMany({
    where: { id: { in: ids } },
    select: { id: true, slug: true, name: true },
  });
  const byId = new Map(projects.map((project) => [project.id, project]));
  return rows.map((row) => ({
    id: row.id,
    at: row.created_at.toISOString(),
    action: row.action,
    actor: { type: actorType(row.actor_type), id: row.actor_id, name: row.actor },
    address: row.address,
    project: row.project_id === null ? null : (byId.get(row.project_id) ?? gone(row.project_id)),
    target: row.target,
    targetId: row.target_id,
    detail: row.detail,
  }));
}

function gone(id: string) {
  return { id, slug: null, name: null };
}

function actorType(text: string): AuditEventView["actor"]["type"] {
  return text === "user" || text === "apiKey" ? text : "system";
}
