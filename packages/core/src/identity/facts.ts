import { z } from "zod";
import { normaliseEmail } from "../user/email";
import { cleanName, MAX_NAME_LENGTH } from "./clean-name";

export const providerSchema = z.enum(["github", "google", "oidc"]);

/** A kind of service whose accounts people sign in with. */
export type Provider = z.infer<typeof providerSchema>;

/** What a provider said about the person who came from it, proved by the protocol. */
export const identityFactsSchema = z.object({
  provider: providerSchema,
  /** What stays the same when all else about the account changes. Unique among the provider's accounts. */
  subject: z.string().min(1).max(1000),
  /** As we store addresses; null when the provider told none that we can use. */
  email: z.string().max(320).nullable(),
  /** The provider has made sure that the person reads mail sent there. */
  emailVerified: z.boolean(),
  name: z.string().max(MAX_NAME_LENGTH),
});

export type IdentityFacts = z.infer<typeof identityFactsSchema>;

interface Told {
  provider: Provider;
  subject: string;
  email: unknown;
  emailVerified: boolean;
  /** What the provider has for a name, the best first. */
  names: unknown[];
}

/** Facts from what a provider told, which may be anything. */
export function identityFacts({ provider, subject, email, emailVerified, names }: Told): IdentityFacts {
  // Before the case is folded: that turns the Kelvin sign into a k, and so one address into another's.
  const usable = z.email().max(320).safeParse(email);
  const address = usable.success ? normaliseEmail(usable.data) : null;
  const name = names.map(cleanName).find((text) => text !== "") ?? address?.split("@")[0] ?? "";
  return { provider, subject, email: address, emailVerified: emailVerified && address !== null, name };
}
