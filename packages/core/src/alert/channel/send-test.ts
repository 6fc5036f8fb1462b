import { createUuidV7 } from "@heddle/contract";
import { withScope } from "@heddle/db";
import { z } from "zod";
import { recordAudit } from "../../audit/record";
import { authorise, type Context } from "../../context";
import { testMessage } from "../slack/test-message";
import type { SlackAccess } from "../slack-access";
import type { Verdict } from "../verdict";
import { testEvent } from "../webhook/events";
import { noSuchChannel } from "./missing";
import { sendTo } from "./send";

export const testChannelInput = z.object({ id: z.uuid() });

/** What came of a test. `status` is the far end's HTTP status, when it answered. */
export interface ChannelTest {
  ok: boolean;
  status?: number;
  message: string;
  fix?: string;
}

/** Sends a test message to a channel, also to one that is switched off. What came of it is not stored. */
export async function testChannel(args: {
  ctx: Context;
  input: z.infer<typeof testChannelInput>;
  slack: SlackAccess;
}): Promise<ChannelTest> {
  const { ctx, slack } = args;
  authorise(ctx, "edit");
  const { id } = testChannelInput.parse(args.input);
  const { projectId, organizationId } = ctx.scope;
  const found = await withScope(ctx.db, ctx.scope, async (tx) => {
    const channel = await tx.alertChannel.findFirst({ where: { id, projectId } });
    if (!channel) throw noSuchChannel();
    await recordAudit(tx, ctx, { action: "channel.tested", target: channel.name, targetId: id });
    return {
      channel,
      project: await tx.project.findFirstOrThrow({ where: { id: projectId } }),
      organization: await tx.organization.findFirstOrThrow({ where: { id: organizationId } }),
    };
  });
  const names = {
    organization: found.organization.slug,
    project: found.project.slug,
    channel: found.channel.name,
  };
  const at = ctx.now();
  const message = {
    slack: () => testMessage(names, slack.publicUrl),
    webhook: () => testEvent(names, { id: createUuidV7(at.getTime()), at }),
  };
  const place = found.channel.kind === "slack" ? "the channel" : "the receiver";
  return report(await sendTo(slack, found.channel, message, ctx.now), place);
}

function report(verdict: Verdict, place: string): ChannelTest {
  const { kind, status } = verdict;
  if (kind === "sent")
    return { ok: true, status, message: `The test message was taken. Look into ${place}.` };
  const fix = kind === "later" ? "Try again in a moment; if it stays, check the address." : verdict.fix;
  return { ok: false, status, message: verdict.message, fix };
}
