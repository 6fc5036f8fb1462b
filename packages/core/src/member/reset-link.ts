import type { Tx } from "@heddle/db";
import { z } from "zod";
import { recordAudit } from "../audit/record";
import { authorise, type OrganizationContext } from "../context";
import { DomainError } from "../error/domain-error";
import { createResetLink } from "../user/create-reset-link";
import type { SecretLinks } from "../user/links";
import { refuseReset } from "./may-reset";
import { lockOrganization, noSuchPerson, personOf } from "./with-people";

export const memberResetLinkInput = z.object({ userId: z.uuid() });

/** A link with which a member or guest sets a new password, for instances or people that mail does not reach. */
export async function createMemberResetLink(args: {
  ctx: OrganizationContext;
  input: z.infer<typeof memberResetLinkInput>;
  links: SecretLinks;
}): Promise<{ link: string; expiresAt: string }> {
  const { ctx, links } = args;
  authorise(ctx, "manage");
  const { userId } = memberResetLinkInput.parse(args.input);
  const allow = async (tx: Tx) => {
    await lockOrganization(tx, ctx.organizationId);
    await requireReach(tx, ctx, userId);
    const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
    await recordAudit(tx, ctx, { action: "member.reset_link_created", target: email, targetId: userId });
  };
  return await createResetLink({ ctx, input: { userId }, links, allow });
}

/** Looks at every organisation that the account leads to, which only the platform itself sees. */
async function requireReach(tx: Tx, ctx: OrganizationContext, userId: string): Promise<void> {
  const me = personOf(ctx.actor);
  const held = await tx.membership.findMany({ where: { userId: me.userId } });
  const mine = new Map(held.map(({ organizationId, role }) => [organizationId, role]));
  authorise({ actor: { ...me, role: mine.get(ctx.organizationId) ?? "viewer" } }, "manage");
  const memberships = await tx.membership.findMany({ where: { userId } });
  const grants = await tx.projectGrant.findMany({
    where: { userId },
    select: { role: true, project: { select: { organizationId: true } } },
  });
  const theirs = [
    ...memberships,
    ...grants.map(({ role, project }) => ({ role, organizationId: project.organizationId })),
  ];
  if (!theirs.some(({ organizationId }) => organizationId === ctx.organizationId)) throw noSuchPerson();
  if (userId === me.userId) {
    throw new DomainError(
      "forbidden",
      "You cannot create a link for yourself: it would bypass your password.",
      {
        path: "/userId",
        fix: "Change your password on your account page.",
      },
    );
  }
  const refusal = refuseReset({ mine, theirs });
  if (refusal) throw refusal;
}
