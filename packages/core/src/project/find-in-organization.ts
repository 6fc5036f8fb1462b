import { withOrganization } from "@heddle/db";
import type { OrganizationContext } from "../context";

/** The project of the organisation that has this slug; null when there is none, or it is deleted. */
export async function findProjectInOrganization(args: {
  ctx: Pick<OrganizationContext, "db" | "organizationId">;
  input: { project: string };
}): Promise<{ projectId: string } | null> {
  const { db, organizationId } = args.ctx;
  const found = await withOrganization(db, organizationId, (tx) =>
    tx.project.findFirst({
      where: { organizationId, slug: args.input.project, deletedAt: null },
      select: { id: true },
    }),
  );
  return found && { projectId: found.id };
}
