import { withScope } from "@heddle/db";
import { authorise, type Context } from "../../context";
import { CHANNEL_COLUMNS, type Channel, channelView } from "./view";

/** The project's channels, oldest first. */
export async function listChannels(args: { ctx: Context }): Promise<{ channels: Channel[] }> {
  const { ctx } = args;
  authorise(ctx, "read");
  const rows = await withScope(ctx.db, ctx.scope, (tx) =>
    tx.alertChannel.findMany({
      where: { projectId: ctx.scope.projectId },
      orderBy: { id: "asc" },
      select: CHANNEL_COLUMNS,
    }),
  );
  return { channels: rows.map(channelView) };
}
