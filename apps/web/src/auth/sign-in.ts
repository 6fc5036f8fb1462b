import { DomainError, LIMITS, signInWithPassword, type UserView } from "@heddle/core";
import type { Services } from "../services";
import { limitVisitor } from "./limit-visitor";

/** What next-auth hands to the sign-in page as `error` when there were too many attempts. */
const TOO_MANY = "TooManyAttempts";

/** The user with this address and password, unless there were too many failures for either lately. */
export async function signIn(
  services: Services,
  given: { email: string; password: string; address: string },
): Promise<UserView | null> {
  const { email, password, address } = given;
  const ctx = { db: services.db, now: () => new Date(), address };
  try {
    await limitVisitor(ctx, LIMITS.signInPerNetwork);
    return await signInWithPassword({ ctx, input: { email, password }, later: services.later.run });
  } catch (error) {
    if (error instanceof DomainError && error.code === "rate_limited") throw new Error(TOO_MANY);
    throw error;
  }
}
