import { createUuidV7 } from "@heddle/contract";
import { withScope } from "@heddle/db";
import { z } from "zod";
import { recordAudit } from "../../audit/record";
import { authorise, type Context } from "../../context";
import type { SlackAccess } from "../slack-access";
import { channelName, channelUrl, sealAddress } from "./address";
import { channelKind } from "./kind";
import { CHANNEL_COLUMNS, type Channel, channelView } from "./view";

export const createChannelInput = z.object({
  kind: channelKind.default("slack"),
  name: channelName,
  url: channelUrl,
});

/** Adds an incoming webhook of Slack, or any address that takes signed JSON. Runs that fail from now on are told there. */
export async function createChannel(args: {
  ctx: Context;
  input: z.input<typeof createChannelInput>;
  slack: SlackAccess;
}): Promise<Channel> {
  const { ctx } = args;
  authorise(ctx, "edit");
  const { kind, name, url } = createChannelInput.parse(args.input);
  const address = sealAddress(url, args.slack);
  const now = ctx.now();
  const row = await withScope(ctx.db, ctx.scope, async (tx) => {
    const made = await tx.alertChannel.create({
      data: {
        id: createUuidV7(now.getTime()),
        projectId: ctx.scope.projectId,
        kind,
        name,
        ...address,
        createdAt: now,
      },
      select: CHANNEL_COLUMNS,
    });
    const { id, hint } = made;
    await recordAudit(tx, ctx, { action: "channel.created", target: name, targetId: id, detail: { hint } });
    return made;
  });
  return channelView(row);
}
