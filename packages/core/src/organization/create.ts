import { createUuidV7 } from "@heddle/contract";
import { withSystem } from "@heddle/db";
import { z } from "zod";
import { recordAudit } from "../audit/record";
import type { InstanceContext } from "../context";
import { DomainError } from "../error/domain-error";
import { claimSlug, slugText } from "../slug/slug";
import { lockUser } from "../user/lock";
import type { SignUpMode } from "../user/sign-up-mode";
import { mayFound } from "./may-create";
import { organizationName } from "./name";

/** Deleted ones count until they are gone for good. */
const MOST_PER_OWNER = 50;

export const createOrganizationInput = z.object({
  name: organizationName,
  slug: slugText("organization").optional(),
});

/** Founds an organisation; the user is its owner. */
export async function createOrganization(args: {
  ctx: InstanceContext;
  input: z.infer<typeof createOrganizationInput> & { userId: string };
  signUp: SignUpMode;
}): Promise<{ slug: string }> {
  const { ctx, signUp } = args;
  const { userId } = args.input;
  const { name, slug: wanted } = createOrganizationInput.parse(args.input);
  return await withSystem(ctx.db, async (tx) => {
    // One at a time for each user, so that the limit holds.
    await lockUser(tx, userId);
    if (!(await mayFound(tx, userId, signUp))) throw notHere();
    if ((await tx.membership.count({ where: { userId, role: "owner" } })) >= MOST_PER_OWNER) throw tooMany();
    const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
    const now = ctx.now();
    const id = createUuidV7(now.getTime());
    const slug = await claimSlug({ name, slug: wanted }, "organization", async (slug) => {
      const data = [{ id, slug, name, createdAt: now }];
      return (await tx.organization.createMany({ data, skipDuplicates: true })).count === 1;
    });
    await tx.membership.create({ data: { organizationId: id, userId, role: "owner", createdAt: now } });
    const source = { ...ctx, organizationId: id, actor: { type: "user", userId, email } as const };
    await recordAudit(tx, source, {
      action: "organization.created",
      target: name,
      targetId: id,
      detail: { slug },
    });
    return { slug };
  });
}

function notHere(): DomainError {
  return new DomainError(
    "forbidden",
    "On this instance, only owners of an organisation can create another one.",
    {
      fix: "Ask whoever runs it, or an owner to invite you to theirs.",
    },
  );
}

function tooMany(): DomainError {
  return new DomainError("conflict", `You own ${MOST_PER_OWNER} organisations, and nobody can own more.`, {
    fix: "Transfer or delete one first.",
  });
}
