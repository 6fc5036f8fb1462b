import { withSystem } from "@heddle/db";
import type { Actor, InstanceContext } from "../context";
import { DomainError } from "../error/domain-error";

/** The organisation behind a URL and the caller's part in it. Others' organisations do not exist for them. */
export async function resolveOrganization(args: {
  ctx: InstanceContext;
  input: { org: string; userId: string };
}): Promise<{ organizationId: string; actor: Actor; name: string }> {
  const { org, userId } = args.input;
  const found = await withSystem(args.ctx.db, (tx) =>
    tx.membership.findFirst({
      where: { userId, organization: { slug: org, deletedAt: null } },
      select: {
        role: true,
        organization: { select: { id: true, name: true } },
        user: { select: { email: true } },
      },
    }),
  );
  if (!found) {
    throw new DomainError("not_found", `There is no organisation ${org}, or you are not in it.`, {
      path: "/org",
      fix: "Check the address, or ask a member of the organisation to invite you.",
    });
  }
  const { role, organization, user } = found;
  const actor = { type: "user", userId, email: user.email, role } as const;
  return { organizationId: organization.id, actor, name: organization.name };
}
