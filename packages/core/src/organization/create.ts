import { withSystem } from "@heddle/db";
import { z } from "zod";
import type { InstanceContext } from "../context";
import { DomainError } from "../error/domain-error";
import { slugText } from "../slug/slug";
import { lockUser } from "../user/lock";
import type { SignUpMode } from "../user/sign-up-mode";
import { foundOrganization } from "./found";
import { mayFound } from "./may-create";
import { organizationName } from "./name";

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
    await lockUser(tx, userId);
    if (!(await mayFound(tx, userId, signUp))) throw notHere();
    const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
    const actor = { type: "user", userId, email } as const;
    return await foundOrganization(tx, ctx, { name, slug: wanted, userId, actor });
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
