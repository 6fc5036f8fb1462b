import { z } from "zod";
import { recordAudit } from "../audit/record";
import { authorise, type OrganizationContext } from "../context";
import { isUniqueViolation } from "../error/is-unique-violation";
import { withPeople } from "../member/with-people";
import { slugTaken, slugText } from "../slug/slug";
import { organizationName } from "./name";

export const updateOrganizationInput = z.object({
  name: organizationName.optional(),
  slug: slugText("organization").optional(),
});

/** Changes name or address. Old addresses lead nowhere afterwards. */
export async function updateOrganization(args: {
  ctx: OrganizationContext;
  input: z.infer<typeof updateOrganizationInput>;
}): Promise<{ slug: string; name: string }> {
  const { ctx } = args;
  authorise(ctx, "manage");
  const wanted = updateOrganizationInput.parse(args.input);
  const id = ctx.organizationId;
  const select = { slug: true, name: true };
  return await withPeople(ctx, async (tx, me) => {
    authorise({ actor: me }, "manage");
    const before = await tx.organization.findUniqueOrThrow({ where: { id }, select });
    const to = { slug: wanted.slug ?? before.slug, name: wanted.name ?? before.name };
    if (to.slug === before.slug && to.name === before.name) return to;
    await tx.organization.update({ where: { id }, data: to, select }).catch((error: unknown) => {
      throw isUniqueViolation(error) ? slugTaken(to.slug) : error;
    });
    await recordAudit(tx, ctx, {
      action: "organization.renamed",
      target: to.name,
      targetId: id,
      detail: { from: before, to },
    });
    return to;
  });
}
