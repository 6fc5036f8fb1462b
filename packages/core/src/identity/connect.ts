import { withSystem } from "@heddle/db";
import { z } from "zod";
import type { InstanceContext } from "../context";
import { DomainError } from "../error/domain-error";
import type { UserView } from "../user/get";
import { lockUser } from "../user/lock";
import { joinIdentity } from "./join";
import { takeOffer } from "./offer";

export const connectIdentityInput = z.object({
  secret: z.string().max(200),
  /** Who has proved to be this person, by a session or by a password, and has agreed. */
  userId: z.uuid(),
});

/** Joins the identity that somebody has come with to their account. */
export async function connectIdentity(args: {
  ctx: InstanceContext;
  input: z.infer<typeof connectIdentityInput>;
  hashingKey: Buffer;
}): Promise<UserView> {
  const { ctx, hashingKey } = args;
  const { secret, userId } = connectIdentityInput.parse(args.input);
  return withSystem(ctx.db, async (tx) => {
    await lockUser(tx, userId);
    const select = { id: true, email: true, name: true, sessionVersion: true };
    const user = await tx.user.findUnique({ where: { id: userId }, select });
    if (!user) {
      throw new DomainError("not_found", "The account is gone.", {
        fix: "Start again from the sign-in page.",
      });
    }
    const { facts } = await takeOffer(tx, { ctx, hashingKey, secret });
    await joinIdentity(tx, ctx, user, facts);
    return user;
  });
}
