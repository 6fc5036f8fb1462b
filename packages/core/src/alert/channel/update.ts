import { withScope } from "@heddle/db";
import { z } from "zod";
import { recordAudit } from "../../audit/record";
import { authorise, type Context } from "../../context";
import { difference } from "../../project/difference";
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
    const detail = difference(shown(before), shown(after));
    const changed = { action: "channel.changed", target: after.name, targetId: id } as const;
    // Two addresses may look alike in what is shown of them.
    if (detail || url !== undefined) await recordAudit(tx, ctx, { ...changed, detail: detail ?? {} });
    return after;
  });
  return channelView(row);
}

type Row = Parameters<typeof channelView>[0];

/** What the audit log compares: the address only by what may be shown of it. */
const shown = ({ name, enabled, hint }: Row) => ({ name, enabled, address: hint });
