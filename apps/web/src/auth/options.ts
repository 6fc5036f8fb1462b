import { endSessions } from "@heddle/core";
import type { NextAuthOptions } from "next-auth";
import credentials from "next-auth/providers/credentials";
import type { Services } from "../services";
import { safeCallbackUrl } from "./callback-url";
import { ADDRESS_HEADER, visitorOf } from "./client-address";
import { signInWithPassword } from "./sign-in";

const SESSION_SECONDS = 14 * 24 * 60 * 60;

/** next-auth with e-mail and password; the cookie's token carries `SessionClaims` and nothing else. */
export function authOptions(services: Services): NextAuthOptions {
  return {
    secret: services.keys.session.toString("base64url"),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/signin", error: "/signin" },
    providers: [
      credentials({
        credentials: { email: {}, password: {} },
        authorize: (given, request) =>
          signInWithPassword(services, {
            email: given?.email ?? "",
            password: given?.password ?? "",
            visitor: visitorOf(String(request.headers?.[ADDRESS_HEADER] ?? "")),
          }),
      }),
    ],
    callbacks: {
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
    events: {
      signOut: ({ token }) =>
        endSessions({ ctx: { db: services.db, now: () => new Date() }, input: { id: token.userId } }),
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
