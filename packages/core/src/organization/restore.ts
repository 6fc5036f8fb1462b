import { withSystem } from "@heddle/db";
import { z } from "zod";
import { recordAudit } from "../audit/record";
import type { InstanceContext } from "../context";
import { DomainError } from "../error/domain-error";
import { restorableUntil } from "./deletion";

export const restoreOrganizationInput = z.object({
  slug: z
    .string()
    .max(200)
    .regex(/^[^\0]*$/),
});

/** Opens a deleted organisation again for one of its owners, as it was. */
export async function restoreOrganization(args: {
  ctx: InstanceContext;
  input: z.infer<typeof restoreOrganizationInput> & { userId: string };
}): Promise<{ slug: string }> {
  const { ctx } = args;
  const { userId } = args.input;
  const { slug } = restoreOrganizationInput.parse(args.input);
  const now = ctx.now();
  await withSystem(ctx.db, async (tx) => {
    const [found] = await tx.$queryRaw<{ id: string; name: string; deletedAt: Date; email: string }[]>`
      SELECT o.id, o.name, o.deleted_at AS "deletedAt", u.email
      FROM organization o
      JOIN membership m ON m.organization_id = o.id AND m.user_id = ${userId}::uuid AND m.role = 'owner'
      JOIN "user" u ON u.id = m.user_id
      WHERE o.slug = ${slug} AND o.deleted_at IS NOT NULL
      FOR NO KEY UPDATE OF o`;
    if (!found || restorableUntil(found.deletedAt) <= now) {
      throw new DomainError("not_found", `There is no organisation ${slug} that you could restore.`, {
        path: "/slug",
        fix: "Only its owners can restore it, within 7 days.",
      });
    }
    const { id, name, email } = found;
    await tx.organization.update({ where: { id }, data: { deletedAt: null } });
    const source = { ...ctx, organizationId: id, actor: { type: "user", userId, email } as const };
    await recordAudit(tx, source, { action: "organization.restored", target: name, targetId: id });
  });
  return { slug };
}
