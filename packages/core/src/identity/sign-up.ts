import { withSystem } from "@heddle/db";
import { z } from "zod";
import type { InstanceContext } from "../context";
import { DomainError } from "../error/domain-error";
import { recordAccountEvent } from "../user/account-event";
import { insertUser } from "../user/create";
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
    const { email } = next;
    const { id } = await insertUser(tx, ctx, { email, name, passwordHash: null });
    const user = { id, email, name, sessionVersion: 0 };
    await joinIdentity(tx, ctx, user, offer.facts);
    const detail = { with: offer.facts.provider };
    await recordAccountEvent(tx, ctx, user, { action: "account.signed_in", detail });
    return user;
  });
}

function notNow(): DomainError {
  return new DomainError("conflict", "No account can be made for this identity now.", {
    fix: "Reload the page: it says why, and what to do.",
  });
}
