import { connectIdentity, DomainError, readOffer, signUpWithIdentity, type UserView } from "@heddle/core";
import { z } from "zod";
import type { Services } from "../services";
import { dropIdentityCookie, readIdentityCookie } from "./identity-cookie";
import { signedInUser } from "./identity-session";
import { signIn } from "./sign-in";

/** What next-auth hands to the page as `error` when things are not as the person saw them when they agreed. */
const CHANGED = "IdentityChanged";

const consentSchema = z.discriminatedUnion("step", [
  /** `account` is the one that the person saw. */
  z.object({ step: z.literal("connect"), account: z.uuid() }),
  z.object({ step: z.literal("password"), password: z.string() }),
  z.object({ step: z.literal("create"), name: z.string() }),
]);

type Consent = z.infer<typeof consentSchema>;

/** Does what the person agreed to on /connect and answers with whom that signs in; null for a wrong password. */
export async function completeIdentity(
  services: Services,
  given: { consent: unknown; address: string },
): Promise<UserView | null> {
  const consent = consentSchema.safeParse(given.consent);
  if (!consent.success) throw new Error(CHANGED);
  try {
    const user = await complete(services, consent.data, given.address);
    if (user) await dropIdentityCookie(services);
    return user;
  } catch (error) {
    if (error instanceof DomainError || error instanceof z.ZodError) throw new Error(CHANGED);
    throw error;
  }
}

async function complete(services: Services, consent: Consent, address: string): Promise<UserView | null> {
  const ctx = { db: services.db, now: () => new Date(), address };
  const { hashingKey } = services.links;
  const door = { signUp: services.accounts.signUp, hashingKey };
  const secret = await readIdentityCookie(services);
  const signedInAs = await signedInUser(services);
  const next = (await readOffer({ ctx, input: { secret, signedInAs }, door }))?.next;

  if (consent.step === "create" && next?.step === "create") {
    return signUpWithIdentity({ ctx, input: { secret, name: consent.name }, door });
  }
  if (consent.step === "connect" && next?.step === "connect" && consent.account === next.account.id) {
    return connectIdentity({ ctx, input: { secret, userId: next.account.id }, hashingKey });
  }
  if (consent.step === "password" && next?.step === "password") {
    const { email } = next.account;
    const user = await signIn(services, { email, password: consent.password, address });
    return user && connectIdentity({ ctx, input: { secret, userId: user.id }, hashingKey });
  }
  throw new Error(CHANGED);
}
