import type { Context } from "@heddle/core";
import { type Database, withSystem } from "@heddle/db";

/** The context of a verb that a job calls; null when the project is not there any more. */
export async function systemContext(db: Database, projectId: string, job: string): Promise<Context | null> {
  const project = await withSystem(db, (tx) =>
    tx.project.findUnique({ where: { id: projectId }, select: { organizationId: true } }),
  );
  if (!project) return null;
  const scope = { organizationId: project.organizationId, projectId };
  return { db, scope, actor: { type: "system", job }, now: () => new Date() };
}
