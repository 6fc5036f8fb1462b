import { withSystem } from "@heddle/db";
import { requireOrganization } from "./find-place";
import type { OperatorContext } from "./operator";

export interface InstanceProject {
  id: string;
  org: string;
  project: string;
  name: string;
  retentionDays: number | null;
  createdAt: string;
  /** Its own deletion, or its organisation's. */
  deletedAt: string | null;
}

/** The projects of one organisation, or of all, by address; deleted ones among them until they are gone. */
export async function listInstanceProjects(args: {
  ctx: OperatorContext;
  input: { org?: string | undefined };
}): Promise<InstanceProject[]> {
  const { ctx, input } = args;
  const found = await withSystem(ctx.db, async (tx) => {
    const where = input.org === undefined ? {} : await requireOrganization(tx, input.org);
    return await tx.project.findMany({
      where,
      orderBy: [{ organization: { slug: "asc" } }, { slug: "asc" }],
      select: {
        id: true,
        slug: true,
        name: true,
        retentionDays: true,
        createdAt: true,
        deletedAt: true,
        organization: { select: { slug: true, deletedAt: true } },
      },
    });
  });
  return found.map(({ slug, organization, createdAt, deletedAt, ...rest }) => ({
    id: rest.id,
    org: organization.slug,
    project: slug,
    name: rest.name,
    retentionDays: rest.retentionDays,
    createdAt: createdAt.toISOString(),
    deletedAt: (deletedAt ?? organization.deletedAt)?.toISOString() ?? null,
  }));
}
