import { type IdentityFacts, identityFacts } from "@heddle/core";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { type IdentityProfile, PATIENCE_MS, strangerOf } from "./identity-openid";

const API = "https://api.github.com";
const OAUTH = "https://github.com/login/oauth";

const userSchema = z.object({
  id: z.number().int().positive(),
  login: z.string(),
  name: z.string().nullish(),
});

const emailsSchema = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

/** Sign-in by GitHub, which speaks OAuth and not OpenID Connect. */
export function githubProvider(app: {
  clientId: string;
  clientSecret: string;
}): OAuthConfig<IdentityProfile> {
  return {
    id: "github",
    name: "GitHub",
    type: "oauth",
    ...app,
    issuer: OAUTH,
    authorization: { url: `${OAUTH}/authorize`, params: { scope: "read:user user:email" } },
    token: `${OAUTH}/access_token`,
    checks: ["pkce", "state"],
    httpOptions: { timeout: PATIENCE_MS },
    userinfo: {
      async request({ tokens }) {
        const profile: IdentityProfile = { facts: await fetchGithubFacts(tokens.access_token ?? "") };
        return profile;
      },
    },
    profile: strangerOf,
  };
}

/** Asks GitHub whom a token is for. */
export async function fetchGithubFacts(token: string, api = API): Promise<IdentityFacts> {
  const ask = async (path: string): Promise<unknown> => {
    const headers = {
      authorization: `Bearer ${token}`,
      accept: "application/vnd.github+json",
      "user-agent": "heddle",
    };
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(`${api}${path}`, { headers, signal, redirect: "error" });
    if (!answer.ok) throw new Error(`GitHub answered ${answer.status} to ${path}.`);
    return answer.json();
  };
  const [user, emails] = await Promise.all([ask("/user"), ask("/user/emails?per_page=100")]);
  return githubFacts(user, emails);
}

/** Only the primary address counts, and only when verified: what a profile shows may be anybody's. */
export function githubFacts(user: unknown, emails: unknown): IdentityFacts {
  const { id, login, name } = userSchema.parse(user);
  const primary = emailsSchema.parse(emails).find((one) => one.primary);
  return identityFacts({
    provider: "github",
    // Logins are given to others when somebody lets go of them; ids never are.
    subject: String(id),
    email: primary?.email,
    emailVerified: primary?.verified === true,
    names: [name, login],
  });
}
