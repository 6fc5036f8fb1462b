import { type IdentityFacts, identityFacts } from "@heddle/core";
import type { Profile } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";

/** What a provider's answers come to; next-auth hands it from the request to the callbacks. */
export interface IdentityProfile extends Profile {
  facts: IdentityFacts;
}

/** How long a provider may be silent before people are told that it does not answer. */
export const PATIENCE_MS = 5000;

/**
 * What next-auth makes a user of until ours is known: the session version is one that no account has, so
 * that a session with it would never count.
 */
export const strangerOf = ({ facts }: IdentityProfile) => ({ id: facts.subject, sessionVersion: -1 });

interface OpenIdService {
  id: "google" | "oidc";
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
}

const claimsSchema = z.looseObject({ iss: z.string(), sub: z.string() });

/** Sign-in by OpenID Connect with discovery, code flow, PKCE, state and nonce. */
export function openIdProvider({ id, name, issuer, ...client }: OpenIdService): OAuthConfig<IdentityProfile> {
  return {
    id,
    name,
    type: "oauth",
    ...client,
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    httpOptions: { timeout: PATIENCE_MS },
    userinfo: {
      async request({ client, tokens }) {
        // Checked before it gets here: signature, issuer, audience, times and nonce.
        const claims = claimsSchema.parse(typeof tokens.claims === "function" ? tokens.claims() : null);
        if (!sameIssuer(claims.iss, issuer)) throw new Error(`${issuer} calls itself ${claims.iss}.`);
        // Most providers keep the address out of the ID token.
        const asks =
          claims.email_verified === undefined && client.issuer.metadata.userinfo_endpoint !== undefined;
        const told = asks ? await client.userinfo(tokens.access_token ?? "") : claims;
        if (told.sub !== claims.sub) throw new Error(`${issuer} told about somebody else.`);
        const profile: IdentityProfile = { facts: openIdFacts(id, claims, told) };
        return profile;
      },
    },
    profile: strangerOf,
  };
}

function sameIssuer(said: string, configured: string): boolean {
  return said.replace(/\/$/, "") === configured.replace(/\/$/, "");
}

/** `claims` are those of the ID token; `told` is where the address and whether it is verified both stand. */
export function openIdFacts(
  provider: "google" | "oidc",
  claims: z.infer<typeof claimsSchema>,
  told: Record<string, unknown>,
): IdentityFacts {
  return identityFacts({
    provider,
    // A subject is unique within its issuer only, and the configured issuer may change. There is one Google.
    subject: provider === "google" ? claims.sub : `${claims.iss} ${claims.sub}`,
    email: told.email,
    // Some send it as text.
    emailVerified: told.email_verified === true || told.email_verified === "true",
    names: [told.name, claims.name, told.preferred_username, claims.preferred_username],
  });
}
