import { type UserView, verifyPassword } from "@heddle/core";
import type { Services } from "../services";

/** What next-auth hands to the sign-in page as `error` when there were too many attempts. */
const TOO_MANY = "TooManyAttempts";

/** The user with this address and password, unless there were too many failures for either lately. */
export async function signInWithPassword(
  services: Services,
  given: { email: string; password: string; visitor: string },
): Promise<UserView | null> {
  const { perEmail, perVisitor } = services.throttles;
  const email = given.email.trim().toLowerCase();
  if (!perVisitor.take(given.visitor) || !perEmail.take(email)) throw new Error(TOO_MANY);
  const ctx = { db: services.db, now: () => new Date() };
  const user = await verifyPassword({ ctx, input: { email, password: given.password } });
  if (user) perEmail.forgive(email);
  return user;
}
