import { withScope } from "@heddle/db";
import { z } from "zod";
import { recordAudit } from "../../audit/record";
import { authorise, type Context } from "../../context";
import type { SlackAccess } from "../slack-access";
import { signingSecret } from "../webhook/sign";
import { noSuchChannel } from "./missing";

export const revealChannelSecretInput = z.object({ id: z.uuid() });

/** The secret with which what a webhook gets is signed. That it was asked for is written down. */
export async function revealChannelSecret(args: {
  ctx: Context;
  input: z.infer<typeof revealChannelSecretInput>;
  slack: SlackAccess;
}): Promise<{ secret: string }> {
  const { ctx, slack } = args;
  authorise(ctx, "edit");
  const { id } = revealChannelSecretInput.parse(args.input);
  const where = { id, projectId: ctx.scope.projectId, kind: "webhook" };
  await withScope(ctx.db, ctx.scope, async (tx) => {
    const channel = await tx.alertChannel.findFirst({ where, select: { name: true } });
    if (!channel) throw noSuchChannel();
    await recordAudit(tx, ctx, { action: "channel.secret_shown", target: channel.name, targetId: id });
  });
  return { secret: signingSecret(slack.encryptionKey, id) };
}
