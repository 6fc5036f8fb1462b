import { OFFER_MS } from "@heddle/core";
import { cookies } from "next/headers";
import type { Services } from "../services";

/** Only the browser that came with an identity may say what becomes of it: it holds the offer's secret. */
function cookieOf({ publicUrl }: Services) {
  const secure = publicUrl.startsWith("https:");
  const name = secure ? "__Host-heddle.identity" : "heddle.identity";
  return { name, options: { httpOnly: true, sameSite: "lax", secure, path: "/" } as const };
}

/** The secret of what this browser has come with; "" when there is none. */
export async function readIdentityCookie(services: Services): Promise<string> {
  return (await cookies()).get(cookieOf(services).name)?.value ?? "";
}

export async function putIdentityCookie(services: Services, secret: string): Promise<void> {
  const { name, options } = cookieOf(services);
  (await cookies()).set(name, secret, { ...options, maxAge: OFFER_MS / 1000 });
}

export async function dropIdentityCookie(services: Services): Promise<void> {
  const { name, options } = cookieOf(services);
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
