import type { Tx } from "@heddle/db";

/** Whether neither the project nor its organisation is deleted. */
export async function isProjectOpen(tx: Tx, projectId: string): Promise<boolean> {
  const where = { id: projectId, deletedAt: null, organization: { deletedAt: null } };
  return (await tx.project.count({ where })) > 0;
}
