import type { Tx } from "@heddle/db";
import { z } from "zod";
import { recordAudit } from "../audit/record";
import { authorise, type OrganizationContext } from "../context";
import { createResetLink } from "../user/create-reset-link";
import type { SecretLinks } from "../user/links";
import { requireReach } from "./require-reach";
import { personOf } from "./with-people";

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
  const { organizationId } = ctx;
  const maker = personOf(ctx.actor);
  const allow = async (tx: Tx) => {
    await requireReach(tx, { maker, organizationId, userId });
    const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
    await recordAudit(tx, ctx, { action: "member.reset_link_created", target: email, targetId: userId });
  };
  return await createResetLink({ ctx, input: { maker, organizationId, userId }, links, allow });
}
