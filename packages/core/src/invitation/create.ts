import { createUuidV7 } from "@heddle/contract";
import type { Tx } from "@heddle/db";
import { z } from "zod";
import { recordAudit } from "../audit/record";
import { authorise, type Role } from "../context";
import { DomainError } from "../error/domain-error";
import type { Mail } from "../mail/mail";
import type { Me } from "../member/with-people";
import { withPeopleOf } from "../member/with-people-of";
import { type Tenant, type TenantContext, tenantOf } from "../tenant";
import { hashSecret, makeSecret } from "../token/secret";
import { emailSchema } from "../user/email";
import type { SecretLinks } from "../user/links";
import { invitationMail } from "./mail-text";
import { stillOpen } from "./open";
import { type InvitationView, invitationColumns, invitationView } from "./view";

const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_OPEN = 1000;

const days = z.number().int().min(1).max(30).default(7);

export const createInvitationInput = z.object({
  role: z.enum(["owner", "admin", "member", "viewer"]),
  email: emailSchema.nullish(),
  days,
});

/** Nobody owns a project: ownership is of organisations. */
export const createProjectInvitationInput = createInvitationInput.extend({
  role: z.enum(["admin", "member", "viewer"]),
});

/**
 * Makes a link that lets one person in, to the organisation or to one project as the context says. The link
 * is readable in this answer only; the database holds a keyed hash.
 */
export async function createInvitation(args: {
  ctx: TenantContext;
  input: z.input<typeof createInvitationInput>;
  links: SecretLinks;
}): Promise<{ invitation: InvitationView; link: string; mail: Mail | null }> {
  const { ctx, links } = args;
  authorise(ctx, "manage");
  const schema = "scope" in ctx ? createProjectInvitationInput : createInvitationInput;
  const input: z.infer<typeof createInvitationInput> = schema.parse(args.input);
  const tenant = tenantOf(ctx);
  const secret = makeSecret();
  const link = `${links.publicUrl}/invite/${secret}`;
  return await withPeopleOf(ctx, async (tx, me) => {
    authorise({ actor: me }, input.role === "owner" ? "own" : "manage");
    const now = ctx.now();
    await leaveRoom(tx, tenant.organizationId, now);
    const row = await tx.invitation.create({
      data: {
        id: createUuidV7(now.getTime()),
        ...tenant,
        role: input.role,
        email: input.email ?? null,
        hash: hashSecret(links.hashingKey, secret),
        createdById: me.userId,
        createdAt: now,
        expiresAt: new Date(now.getTime() + input.days * DAY_MS),
      },
      select: invitationColumns,
    });
    await recordAudit(tx, ctx, {
      action: "invitation.created",
      target: row.email ?? "anyone with the link",
      targetId: row.id,
      detail: { role: row.role },
    });
    const mail = row.email ? await mailFor(tx, { ...row, to: row.email }, { me, tenant, link, links }) : null;
    return { invitation: invitationView(row, now), link, mail };
  });
}

async function mailFor(
  tx: Tx,
  row: { to: string; role: Role; expiresAt: Date; project: { name: string } | null },
  { me, tenant, link, links }: { me: Me; tenant: Tenant; link: string; links: SecretLinks },
): Promise<Mail> {
  const select = { name: true };
  const sender = await tx.user.findUniqueOrThrow({ where: { id: me.userId }, select });
  const organization = await tx.organization.findUniqueOrThrow({
    where: { id: tenant.organizationId },
    select,
  });
  return invitationMail({
    to: row.to,
    role: row.role,
    expiresAt: row.expiresAt,
    project: row.project?.name ?? null,
    sender: sender.name,
    organization: organization.name,
    link,
    publicUrl: links.publicUrl,
  });
}

async function leaveRoom(tx: Tx, organizationId: string, now: Date): Promise<void> {
  const open = await tx.invitation.count({ where: { organizationId, ...stillOpen(now) } });
  if (open < MOST_OPEN) return;
  throw new DomainError(
    "conflict",
    `There are ${open} open invitations, and there cannot be more than ${MOST_OPEN}.`,
    {
      fix: "Revoke some that are no longer needed.",
    },
  );
}
