import { withScope } from "@heddle/db";
import type { Context } from "../../context";
import { isProjectOpen } from "../../project/is-open";
import { sendTo } from "../channel/send";
import { readFacts } from "../incident/read-facts";
import { failureMessage } from "../slack/failure-message";
import type { SlackAccess } from "../slack-access";
import type { Verdict } from "../verdict";
import { runFailedEvent } from "../webhook/events";

const REMOVED: Verdict = {
  kind: "refused",
  message: "The channel was removed before the message was sent.",
  fix: "Nothing is to be done.",
};
const SWITCHED_OFF: Verdict = {
  kind: "refused",
  message: "The channel was switched off before the message was sent.",
  fix: "Switch it on and send again.",
};
const PROJECT_DELETED: Verdict = {
  kind: "refused",
  message: "The project was deleted before the message was sent.",
  fix: "Send again if it was restored.",
};
const RUN_GONE: Verdict = {
  kind: "refused",
  message: "The run was deleted before the message was sent.",
  fix: "Nothing is to be done.",
};

/** Composes the message of a delivery and sends it. No transaction is open while the far end is asked. */
export async function attemptDelivery(
  ctx: Context,
  slack: SlackAccess,
  delivery: { id: string; channelId: string; incidentId: string; createdAt: Date },
): Promise<Verdict> {
  const { projectId } = ctx.scope;
  const found = await withScope(ctx.db, ctx.scope, async (tx) => {
    const open = await isProjectOpen(tx, projectId);
    const channel = await tx.alertChannel.findFirst({ where: { id: delivery.channelId, projectId } });
    const incident = await tx.alertIncident.findFirst({ where: { id: delivery.incidentId, projectId } });
    return { open, channel, incident };
  });
  if (!found.open) return PROJECT_DELETED;
  if (!found.channel) return REMOVED;
  if (!found.channel.enabled) return SWITCHED_OFF;
  const { channel, incident } = found;
  const facts = incident && (await readFacts(ctx, incident));
  if (!facts) return RUN_GONE;
  const message = {
    slack: () => failureMessage(facts, slack.publicUrl),
    webhook: () => runFailedEvent(facts, { id: delivery.id, at: delivery.createdAt }, slack.publicUrl),
  };
  return sendTo(slack, channel, message, ctx.now);
}
