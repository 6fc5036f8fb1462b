import { type Scope, withSystem } from "@heddle/db";
import type { Actor, InstanceContext, Role } from "../context";
import { DomainError } from "../error/domain-error";
import { higherRole } from "./role";

interface ResolvedProject {
  scope: Scope;
  actor: Actor;
  name: string;
  /** Null for guests. */
  organizationRole: Role | null;
}

/** The project behind a URL and the caller's part in it. Others' projects do not exist for them. */
export async function resolveProject(args: {
  ctx: InstanceContext;
  input: { org: string; project: string; userId: string };
}): Promise<ResolvedProject> {
  const { org, project, userId } = args.input;
  const mine = { where: { userId }, select: { role: true, user: { select: { email: true } } } };
  const found = await withSystem(args.ctx.db, (tx) =>
    tx.project.findFirst({
      where: { slug: project, deletedAt: null, organization: { slug: org, deletedAt: null } },
      select: {
        id: true,
        name: true,
        organizationId: true,
        grants: mine,
        organization: { select: { memberships: mine } },
      },
    }),
  );
  const [membership] = found?.organization.memberships ?? [];
  const [grant] = found?.grants ?? [];
  const role = higherRole(membership?.role, grant?.role);
  const email = (membership ?? grant)?.user.email;
  if (!found || !role || email === undefined) {
    throw new DomainError("not_found", `There is no project ${org}/${project}, or you are not in it.`, {
      path: "/project",
      fix: "Check the address, or ask a member of the organisation to add you.",
    });
  }
  return {
    scope: { organizationId: found.organizationId, projectId: found.id },
    actor: { type: "user", userId, email, role },
    name: found.name,
    organizationRole: membership?.role ?? null,
  };
}
