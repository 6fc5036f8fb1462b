import { getUser } from "@heddle/core";
import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import type { Services } from "../services";

const nextAuthCookie = ({ publicUrl }: Services, name: string) =>
  `${publicUrl.startsWith("https:") ? "__Secure-" : ""}next-auth.${name}`;

/**
 * Who is signed in in this browser, asked while next-auth answers and cannot be asked itself. As strict as
 * `currentSession`.
 */
export async function signedInUser(services: Services): Promise<string | null> {
  const token = (await cookies()).get(nextAuthCookie(services, "session-token"))?.value;
  const secret = services.keys.session.toString("base64url");
  const claims = token ? await decode({ token, secret }).catch(() => null) : null;
  if (!claims?.userId) return null;
  const ctx = { db: services.db, now: () => new Date() };
  const user = await getUser({ ctx, input: { id: claims.userId } });
  return user?.sessionVersion === claims.sessionVersion ? claims.userId : null;
}

/** Where the person wanted to go before they left for the provider. It comes from a cookie: check it. */
export async function wantedUrl(services: Services): Promise<string> {
  return (await cookies()).get(nextAuthCookie(services, "callback-url"))?.value ?? "/";
}
