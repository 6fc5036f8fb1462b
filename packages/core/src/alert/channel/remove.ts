import { withScope } from "@heddle/db";
import { z } from "zod";
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
  const removed = await withScope(ctx.db, ctx.scope, (tx) =>
    tx.alertChannel.deleteMany({ where: { id, projectId } }),
  );
  if (removed.count === 0) throw noSuchChannel();
  return { id };
}
