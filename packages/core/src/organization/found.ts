import { createUuidV7 } from "@heddle/contract";
import type { Tx } from "@heddle/db";
import { recordAudit } from "../audit/record";
import type { Actor, InstanceContext, Person } from "../context";
import { DomainError } from "../error/domain-error";
import { claimSlug } from "../slug/slug";
import { lockUser } from "../user/lock";

/** Deleted ones count until they are gone for good. */
const MOST_PER_OWNER = 50;

interface Founding {
  name: string;
  slug?: string | undefined;
  /** Who owns it. */
  userId: string;
  /** Whom the audit log names. */
  actor: Actor | Person;
  detail?: { owner: string };
}

/** Makes an organisation with its first owner. Organisations of one owner are made one at a time, for the limit. */
export async function foundOrganization(
  tx: Tx,
  ctx: InstanceContext,
  { name, slug: wanted, userId, actor, detail }: Founding,
): Promise<{ slug: string }> {
  await lockUser(tx, userId);
  if ((await tx.membership.count({ where: { userId, role: "owner" } })) >= MOST_PER_OWNER) throw tooMany();
  const now = ctx.now();
  const id = createUuidV7(now.getTime());
  const slug = await claimSlug({ name, slug: wanted }, "organization", async (slug) => {
    const data = [{ id, slug, name, createdAt: now }];
    return (await tx.organization.createMany({ data, skipDuplicates: true })).count === 1;
  });
  await tx.membership.create({ data: { organizationId: id, userId, role: "owner", createdAt: now } });
  await recordAudit(
    tx,
    { ...ctx, organizationId: id, actor },
    { action: "organization.created", target: name, targetId: id, detail: { slug, ...detail } },
  );
  return { slug };
}

function tooMany(): DomainError {
  return new DomainError("conflict", `Nobody can own more than ${MOST_PER_OWNER} organisations.`, {
    fix: "Transfer or delete one first.",
  });
}
