import { z } from "zod";
import { recordAudit } from "../audit/record";
import { authorise, type OrganizationContext } from "../context";
import { DomainError } from "../error/domain-error";
import { changeRole } from "../member/change-role";
import { findMember } from "../member/find";
import { withPeople } from "../member/with-people";

export const transferOrganizationInput = z.object({ userId: z.uuid() });

/** Makes another member owner in the caller's place; the caller stays as an admin. */
export async function transferOrganization(args: {
  ctx: OrganizationContext;
  input: z.infer<typeof transferOrganizationInput>;
}): Promise<{ userId: string }> {
  const { ctx } = args;
  authorise(ctx, "own");
  const { userId } = transferOrganizationInput.parse(args.input);
  await withPeople(ctx, async (tx, me) => {
    authorise({ actor: me }, "own");
    if (userId === me.userId) {
      throw new DomainError("invalid", "You are an owner already.", {
        path: "/userId",
        fix: "Choose another member.",
      });
    }
    const successor = await findMember(tx, ctx, userId);
    const self = { ...me, organizationId: ctx.organizationId };
    await changeRole(tx, me, successor, "owner", ctx.now());
    await changeRole(tx, me, self, "admin", ctx.now());
    await recordAudit(tx, ctx, {
      action: "ownership.transferred",
      target: successor.email,
      targetId: userId,
      detail: { from: me.email },
    });
  });
  return { userId };
}
