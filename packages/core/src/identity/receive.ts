import { type Tx, withSystem } from "@heddle/db";
import { z } from "zod";
import type { InstanceContext } from "../context";
import { issueToken } from "../token/issue";
import { recordAccountEvent } from "../user/account-event";
import type { UserView } from "../user/get";
import { type IdentityFacts, identityFactsSchema } from "./facts";
import { OFFER_MS } from "./offer";

export const receiveIdentityInput = z.object({
  facts: identityFactsSchema,
  /** Whose session the browser has. */
  signedInAs: z.uuid().nullable(),
  /** Where the person wants to go. Endless ones are not worth losing the way in. */
  callbackUrl: z.string().max(2000).catch("/"),
});

/** The person may come in, or has to be asked first. */
type Reception = { user: UserView } | { secret: string; expiresAt: Date };

/**
 * Somebody comes from a provider. A known identity signs its user in, whatever its address is now, but not
 * over somebody else's session. Of an unknown one the facts are kept until the person has said what they want.
 */
export async function receiveIdentity(args: {
  ctx: InstanceContext;
  input: z.infer<typeof receiveIdentityInput>;
  hashingKey: Buffer;
}): Promise<Reception> {
  const { ctx, hashingKey } = args;
  const { facts, signedInAs, callbackUrl } = receiveIdentityInput.parse(args.input);
  return withSystem(ctx.db, async (tx) => {
    const user = await userOf(tx, facts);
    if (user && (signedInAs === null || signedInAs === user.id)) {
      await refresh(tx, facts);
      const detail = { with: facts.provider };
      await recordAccountEvent(tx, ctx, user, { action: "account.signed_in", detail });
      return { user };
    }
    const offer = { kind: "identity" as const, userId: null, data: { facts, callbackUrl }, lifeMs: OFFER_MS };
    return issueToken(tx, { ctx, hashingKey }, offer);
  });
}

async function userOf(tx: Tx, { provider, subject }: IdentityFacts): Promise<UserView | null> {
  const identity = await tx.userIdentity.findUnique({
    where: { provider_subject: { provider, subject } },
    select: { user: { select: { id: true, email: true, name: true, sessionVersion: true } } },
  });
  return identity?.user ?? null;
}

/** Names and addresses change at the provider, too; people know their identities by them. */
async function refresh(
  tx: Tx,
  { provider, subject, email, emailVerified, name }: IdentityFacts,
): Promise<void> {
  await tx.userIdentity.update({
    where: { provider_subject: { provider, subject } },
    data: { name, ...(email !== null && emailVerified ? { email } : {}) },
  });
}
