import type { NextAuthOptions } from "next-auth";
import credentials from "next-auth/providers/credentials";
import type { Services } from "../services";
import { ADDRESS_HEADER } from "./client-address";
import { completeIdentity } from "./identity-completion";
import { identityProviders } from "./identity-providers";
import { inCodes } from "./refusal-code";
import { signIn } from "./sign-in";

/** Every way to sign in to this instance. */
export function authProviders(services: Services): NextAuthOptions["providers"] {
  return [password(services), ...identityProviders(services.accounts), identity(services)];
}

function password(services: Services) {
  return credentials({
    credentials: { email: {}, password: {} },
    authorize: (given, request) =>
      inCodes(services.log, () =>
        signIn(services, {
          email: given?.email ?? "",
          password: given?.password ?? "",
          address: String(request.headers?.[ADDRESS_HEADER] ?? ""),
        }),
      ),
  });
}

/**
 * Ends what began at an outside provider, after the person agreed on /connect. Only a provider's `authorize`
 * can make next-auth's session; the identity itself comes from the cookie and never from the form.
 */
function identity(services: Services) {
  return credentials({
    id: "identity",
    credentials: { step: {}, account: {}, password: {}, name: {} },
    authorize: (consent, request) =>
      inCodes(services.log, () =>
        completeIdentity(services, { consent, address: String(request.headers?.[ADDRESS_HEADER] ?? "") }),
      ),
  });
}
