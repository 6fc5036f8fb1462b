import { z } from "zod";
import { invariant } from "../../error/invariant";

const CHANNEL_KINDS = ["slack", "webhook"] as const;

/** `slack`: an incoming webhook of Slack. `webhook`: any address that takes signed JSON. */
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

export const channelKind = z.enum(CHANNEL_KINDS);

/** The kind as the database has it. */
export function kindOf(text: string): ChannelKind {
  const kind = CHANNEL_KINDS.find((known) => known === text);
  invariant(kind, `a channel is of the kind ${CHANNEL_KINDS.join(" or ")}, not ${text}`);
  return kind;
}
