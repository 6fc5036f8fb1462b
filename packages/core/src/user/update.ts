import { withSystem } from "@heddle/db";
import { z } from "zod";
import type { InstanceContext } from "../context";
import { recordAccountEvent } from "./account-event";
import { nameSchema } from "./create";
import { lockUser } from "./lock";

export const updateUserInput = z.object({ name: nameSchema });

/** Changes what a person is called. */
export async function updateUser(args: {
  ctx: InstanceContext;
  input: z.infer<typeof updateUserInput> & { userId: string };
}): Promise<{ name: string }> {
  const { ctx } = args;
  const { userId: id } = args.input;
  const { name } = updateUserInput.parse(args.input);
  return await withSystem(ctx.db, async (tx) => {
    await lockUser(tx, id);
    const before = await tx.user.findUniqueOrThrow({ where: { id } });
    if (before.name === name) return { name };
    await tx.user.update({ where: { id }, data: { name } });
    const detail = { from: before.name, to: name };
    await recordAccountEvent(tx, ctx, before, { action: "account.renamed", detail });
    return { name };
  });
}
