import type { WebhookEvent } from "@heddle/contract";
import type { SlackMessage } from "../slack/block";
import type { SlackAccess } from "../slack-access";
import { readVerdict, type Verdict } from "../verdict";
import { signatureHeaders, signingSecret } from "../webhook/sign";
import { kindOf } from "./kind";
import { openAddress } from "./open-address";

/** The same news in the words of each kind of channel. */
export interface Message {
  slack: () => SlackMessage;
  webhook: () => WebhookEvent;
}

/** Sends a message to a channel in the form that its kind takes. */
export async function sendTo(
  access: SlackAccess,
  channel: { id: string; kind: string; secret: Uint8Array },
  message: Message,
  now: () => Date,
): Promise<Verdict> {
  const address = openAddress(channel.secret, access);
  if ("verdict" in address) return address.verdict;
  const kind = kindOf(channel.kind);
  if (kind === "slack")
    return readVerdict(await access.outbound.postJson(address.url, message.slack()), now(), kind);
  const event = message.webhook();
  const secret = signingSecret(access.encryptionKey, channel.id);
  const outcome = await access.outbound.postJson(address.url, event, (payload) =>
    signatureHeaders(secret, { id: event.id, at: now(), payload }),
  );
  return readVerdict(outcome, now(), kind);
}
