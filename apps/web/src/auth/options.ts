import type { NextAuthOptions } from "next-auth";
import type { Services } from "../services";
import { safeCallbackUrl } from "./callback-url";
import { admit } from "./identity-admission";
import { authProviders } from "./providers";

const SESSION_SECONDS = 14 * 24 * 60 * 60;

/**
 * next-auth; the cookie's token carries `SessionClaims` and nothing else. Signing out takes the cookie from
 * this browser; what ends all sessions of a person is their `sessionVersion`.
 */
export function authOptions(services: Services): NextAuthOptions {
  return {
    secret: services.keys.session.toString("base64url"),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/signin", error: "/signin" },
    providers: authProviders(services),
    callbacks: {
      signIn: (arrival) => admit(services, arrival),
      redirect: ({ url, baseUrl }) => safeCallbackUrl(url, baseUrl),
      jwt: ({ token, user }) =>
        user
          ? { userId: user.id, sessionVersion: user.sessionVersion }
          : { userId: token.userId, sessionVersion: token.sessionVersion },
      session: ({ session, token }) => ({
        expires: session.expires,
        claims: { userId: token.userId, sessionVersion: token.sessionVersion },
      }),
    },
    logger: {
      error: (code, detail) => {
        const err = detail instanceof Error ? detail : detail.error;
        services.log.error({ code, err }, "sign-in failed on our side");
      },
      warn: (code) => services.log.debug({ code }, "next-auth warning"),
      debug: () => {},
    },
  };
}
