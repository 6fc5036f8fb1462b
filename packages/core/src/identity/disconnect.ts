import { withSystem } from "@heddle/db";
import { z } from "zod";
import type { InstanceContext } from "../context";
import { DomainError } from "../error/domain-error";
import { recordAccountEvent } from "../user/account-event";
import { lockUser } from "../user/lock";
import { type Provider, providerSchema } from "./facts";

export const disconnectIdentityInput = z.object({ provider: providerSchema });

/**
 * Takes an identity from the account of who asks. The last way in stays: identities of providers that this
 * instance does not offer now are none.
 */
export async function disconnectIdentity(args: {
  ctx: InstanceContext;
  input: z.infer<typeof disconnectIdentityInput> & { userId: string };
  offered: readonly Provider[];
}): Promise<void> {
  const { ctx, offered } = args;
  const { userId } = args.input;
  const { provider } = disconnectIdentityInput.parse(args.input);
  await withSystem(ctx.db, async (tx) => {
    // Of two disconnected at the same moment, the second sees that the first is gone.
    await lockUser(tx, userId);
    const user = await tx.user.findUnique({ where: { id: userId }, include: { identities: true } });
    const identity = user?.identities.find((one) => one.provider === provider);
    if (!user || !identity) {
      throw new DomainError("not_found", "Your account is not connected to it.", {
        path: "/provider",
        fix: "Reload the page.",
      });
    }
    const others = user.identities.some(
      (one) => one !== identity && offered.some((name) => name === one.provider),
    );
    if (user.passwordHash === null && !others) {
      throw new DomainError("conflict", "It is the only way into your account.", {
        path: "/provider",
        fix: "Set a password first, or connect another one.",
      });
    }
    await tx.userIdentity.delete({ where: { provider_subject: { provider, subject: identity.subject } } });
    const detail = { provider, email: identity.email };
    await recordAccountEvent(tx, ctx, user, { action: "account.identity_disconnected", detail });
  });
}
