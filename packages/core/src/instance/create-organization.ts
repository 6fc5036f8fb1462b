import { withSystem } from "@heddle/db";
import { z } from "zod";
import { createOrganizationInput } from "../organization/create";
import { foundOrganization } from "../organization/found";
import { requireUser } from "./find-user";
import type { OperatorContext } from "./operator";

const inputSchema = createOrganizationInput.extend({ owner: z.string() });

/** Founds an organisation for somebody else, whoever may found one by themselves. */
export async function createOrganizationFor(args: {
  ctx: OperatorContext;
  input: z.infer<typeof inputSchema>;
}): Promise<{ slug: string; name: string; owner: string }> {
  const { ctx } = args;
  const { name, slug, owner } = inputSchema.parse(args.input);
  return await withSystem(ctx.db, async (tx) => {
    const { id: userId, email } = await requireUser(tx, owner);
    const founding = { name, slug, userId, actor: ctx.actor, detail: { owner: email } };
    return { ...(await foundOrganization(tx, ctx, founding)), name, owner: email };
  });
}
