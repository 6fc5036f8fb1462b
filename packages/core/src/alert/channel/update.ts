import { withScope } from "@heddle/db";
import { z } from "zod";
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
  const [row] = await withScope(ctx.db, ctx.scope, (tx) =>
    tx.alertChannel.updateManyAndReturn({
      where: { id, projectId: ctx.scope.projectId },
      data: { name, enabled, ...address },
      select: CHANNEL_COLUMNS,
    }),
  );
  if (!row) throw noSuchChannel();
  return channelView(row);
}
