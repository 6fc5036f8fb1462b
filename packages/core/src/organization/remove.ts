import { recordAudit } from "../audit/record";
import { authorise, type OrganizationContext } from "../context";
import { withPeople } from "../member/with-people";
import { restorableUntil } from "./deletion";

/** Closes an organisation with all that is in it: pages and keys at once, the data after some days. */
export async function removeOrganization(args: {
  ctx: OrganizationContext;
}): Promise<{ restorableUntil: string }> {
  const { ctx } = args;
  authorise(ctx, "own");
  const id = ctx.organizationId;
  return await withPeople(ctx, async (tx, me) => {
    authorise({ actor: me }, "own");
    const now = ctx.now();
    const { name } = await tx.organization.update({ where: { id }, data: { deletedAt: now } });
    await recordAudit(tx, ctx, { action: "organization.deleted", target: name, targetId: id });
    return { restorableUntil: restorableUntil(now).toISOString() };
  });
}
