import { createInvitation, type InvitationView, LIMITS, takeAttempt } from "@heddle/core";
import { sendMail } from "../mail/send-mail";
import type { Services } from "../services";

type Making = Parameters<typeof createInvitation>[0];

interface Invited extends InvitationView {
  /** For copying; it cannot be shown again. */
  link: string;
  /** Whether the link is on its way to the invited person's address. */
  mailed: boolean;
}

/** Makes an invitation, and mails it where it is for an address and this instance sends mail. */
export async function invite(services: Services, making: Pick<Making, "ctx" | "input">): Promise<Invited> {
  const { links } = services;
  const { invitation, link, mail } = await createInvitation({ ...making, links });
  const mailed = mail !== null && (await mayMail(services, making.ctx));
  if (mailed) sendMail(services, mail);
  return { ...invitation, link, mailed };
}

/** Nobody uses this instance to send mail to strangers by the thousand; links can be copied without end. */
async function mayMail({ mailer }: Services, ctx: Making["ctx"]): Promise<boolean> {
  if (!mailer) return false;
  const name = "scope" in ctx ? ctx.scope.organizationId : ctx.organizationId;
  const input = { limit: LIMITS.invitationMailPerOrganization, name };
  return (await takeAttempt({ ctx, input })) === null;
}
