import { withScope } from "@heddle/db";
import { z } from "zod";
import { recordAudit } from "../../audit/record";
import { authorise, type Context } from "../../context";
import { testMessage } from "../slack/test-message";
import { readVerdict, type Verdict } from "../slack/verdict";
import type { SlackAccess } from "../slack-access";
import { noSuchChannel } from "./missing";
import { openAddress } from "./open-address";

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
  const address = openAddress(found.channel.secret, slack);
  if ("verdict" in address) return report(address.verdict);
  const names = {
    organization: found.organization.slug,
    project: found.project.slug,
    channel: found.channel.name,
  };
  const outcome = await slack.outbound.postJson(address.url, testMessage(names, slack.publicUrl));
  return report(readVerdict(outcome, ctx.now()));
}

function report(verdict: Verdict): ChannelTest {
  const { kind, status } = verdict;
  if (kind === "sent")
    return { ok: true, status, message: "The test message was taken. Look into the channel." };
  const fix = kind === "later" ? "Try again in a moment; if it stays, check the address." : verdict.fix;
  return { ok: false, status, message: verdict.message, fix };
}
