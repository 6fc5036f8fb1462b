import { createUuidV7 } from "@heddle/contract";
import { withSystem } from "@heddle/db";
import { z } from "zod";
import type { InstanceContext } from "../context";
import { DomainError } from "../error/domain-error";
import { recordAccountEvent } from "../user/account-event";
import type { UserView } from "../user/get";
import { cleanName, MAX_NAME_LENGTH } from "./clean-name";
import { joinIdentity } from "./join";
import { nextStep } from "./next-step";
import { takeOffer } from "./offer";
import { type Door, situationOf } from "./situation";

export const signUpWithIdentityInput = z.object({
  secret: z.string().max(200),
  name: z.string().max(MAX_NAME_LENGTH).transform(cleanName).pipe(z.string().min(1)),
});

/** Makes an account without a password for the person who has come with an identity, and has agreed. */
export async function signUpWithIdentity(args: {
  ctx: InstanceContext;
  input: z.infer<typeof signUpWithIdentityInput>;
  door: Door;
}): Promise<UserView> {
  const { ctx, door } = args;
  const { secret, name } = signUpWithIdentityInput.parse(args.input);
  return withSystem(ctx.db, async (tx) => {
    const offer = await takeOffer(tx, { ctx, hashingKey: door.hashingKey, secret });
    const next = nextStep(await situationOf(tx, ctx, door, { ...offer, signedInAs: null }));
    if (next.step !== "create") throw notNow();
    const now = ctx.now();
    const row = { id: createUuidV7(now.getTime()), email: next.email, name, createdAt: now };
    const { count } = await tx.user.createMany({ data: [row], skipDuplicates: true });
    if (count === 0) throw notNow();
    const detail = { with: offer.facts.provider };
    await recordAccountEvent(tx, ctx, row, { action: "account.signed_up", detail });
    await joinIdentity(tx, ctx, row, offer.facts);
    await recordAccountEvent(tx, ctx, row, { action: "account.signed_in", detail });
    return { id: row.id, email: row.email, name, sessionVersion: 0 };
  });
}

function notNow(): DomainError {
  return new DomainError("conflict", "No account can be made for this identity now.", {
    fix: "Reload the page: it says why, and what to do.",
  });
}
