import { withScope } from "@heddle/db";
import { z } from "zod";
import { recordAudit } from "../../audit/record";
import { authorise, type Context } from "../../context";
import { noSuchChannel } from "./missing";

export const removeChannelInput = z.object({ id: z.uuid() });

/** Removes a channel and its address for good. What was sent to it stays in the list of deliveries. */
export async function removeChannel(args: {
  ctx: Context;
  input: z.infer<typeof removeChannelInput>;
}): Promise<{ id: string }> {
  const { ctx } = args;
  authorise(ctx, "edit");
  const { id } = removeChannelInput.parse(args.input);
  const { projectId } = ctx.scope;
  await withScope(ctx.db, ctx.scope, async (tx) => {
    const channel = await tx.alertChannel.findFirst({ where: { id, projectId }, select: { name: true } });
    const removed = await tx.alertChannel.deleteMany({ where: { id, projectId } });
    // Somebody else may have removed it between the two.
    if (!channel || removed.count === 0) throw noSuchChannel();
    await recordAudit(tx, ctx, { action: "channel.removed", target: channel.name, targetId: id });
  });
  return { id };
}
