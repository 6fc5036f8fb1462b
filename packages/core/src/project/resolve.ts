import { type Scope, withSystem } from "@heddle/db";
import type { InstanceContext, Role } from "../context";
import { DomainError } from "../error/domain-error";

/** The project behind a URL and the user's role in it. Others' projects do not exist for the user. */
export async function resolveProject(args: {
  ctx: InstanceContext;
  input: { org: string; project: string; userId: string };
}): Promise<{ scope: Scope; role: Role; name: string }> {
  const { org, project, userId } = args.input;
  const found = await withSystem(args.ctx.db, (tx) =>
    tx.project.findFirst({
      where: { slug: project, organization: { slug: org, memberships: { some: { userId } } } },
      select: {
        id: true,
        name: true,
        organizationId: true,
        organization: { select: { memberships: { where: { userId }, select: { role: true } } } },
      },
    }),
  );
  const role = found?.organization.memberships[0]?.role;
  if (!found || !role) {
    throw new DomainError("not_found", `There is no project ${org}/${project}, or you are not in it.`, {
      path: "/project",
      fix: "Check the address, or ask a member of the organisation to add you.",
    });
  }
  const scope = { organizationId: found.organizationId, projectId: found.id };
  return { scope, role, name: found.name };
}
