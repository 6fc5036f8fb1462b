import { withScope } from "@heddle/db";
import { z } from "zod";
import { recordAudit } from "../../audit/record";
import { authorise, type Context } from "../../context";
import type { SlackAccess } from "../slack-access";
import { channelName, channelUrl, sealAddress } from "./address";
import { noSuchChannel } from "./missing";
import { CHANNEL_COLUMNS, type Channel, channelView } from "./view";

export const updateChannelInput = z.object({
  id: z.uuid(),
  name: channelName.optional(),
  url: channelUrl.optional(),
  enabled: z.boolean().optional(),
});

/** Renames a channel, gives it another address, switches it on or off. What is left out stays. */
export async function updateChannel(args: {
  ctx: Context;
  input: z.infer<typeof updateChannelInput>;
  slack: SlackAccess;
}): Promise<Channel> {
  const { ctx } = args;
  authorise(ctx, "edit");
  const { id, name, url, enabled } = updateChannelInput.parse(args.input);
  const address = url === undefined ? {} : sealAddress(url, args.slack);
  const where = { id, projectId: ctx.scope.projectId };
  const row = await withScope(ctx.db, ctx.scope, async (tx) => {
    const before = await tx.alertChannel.findFirst({ where, select: CHANNEL_COLUMNS });
    const [after] = await tx.alertChannel.updateManyAndReturn({
      where,
      data: { name, enabled, ...address },
      select: CHANNEL_COLUMNS,
    });
    if (!before || !after) throw noSuchChannel();
    const detail = changesOf(before, after, url !== undefined);
    const changed = { action: "channel.changed", target: after.name, targetId: id, detail } as const;
    if (Object.keys(detail).length > 0) await recordAudit(tx, ctx, changed);
    return after;
  });
  return channelView(row);
}

type Row = Parameters<typeof channelView>[0];

/** What the record of changes says of it: the address only by what may be shown of it. */
function changesOf(before: Row, after: Row, moved: boolean) {
  return {
    ...(before.name === after.name ? {} : { name: { from: before.name, to: after.name } }),
    ...(before.enabled === after.enabled ? {} : { enabled: { from: before.enabled, to: after.enabled } }),
    ...(moved ? { address: { from: before.hint, to: after.hint } } : {}),
  };
}
