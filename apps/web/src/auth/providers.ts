import type { NextAuthOptions } from "next-auth";
import credentials from "next-auth/providers/credentials";
import type { Services } from "../services";
import { ADDRESS_HEADER } from "./client-address";
import { signIn } from "./sign-in";

/** Every way to sign in to this instance. */
export function authProviders(services: Services): NextAuthOptions["providers"] {
  return [password(services)];
}

function password(services: Services) {
  return credentials({
    credentials: { email: {}, password: {} },
    authorize: (given, request) =>
      signIn(services, {
        email: given?.email ?? "",
        password: given?.password ?? "",
        address: String(request.headers?.[ADDRESS_HEADER] ?? ""),
      }),
  });
}
