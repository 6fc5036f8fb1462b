import { receiveIdentity } from "@heddle/core";
import { headers } from "next/headers";
import type { CallbacksOptions } from "next-auth";
import type { Services } from "../services";
import { safeCallbackUrl } from "./callback-url";
import { ADDRESS_HEADER } from "./client-address";
import { putIdentityCookie } from "./identity-cookie";
import type { IdentityProfile } from "./identity-openid";
import { signedInUser, wantedUrl } from "./identity-session";

type Arrival = Pick<Parameters<CallbacksOptions["signIn"]>[0], "user" | "account" | "profile">;

const isIdentity = (profile: Arrival["profile"]): profile is IdentityProfile =>
  profile !== undefined && "facts" in profile;

/** Lets a known identity in. Who comes with an unknown one is asked on /connect what they want. */
export async function admit(services: Services, { user, account, profile }: Arrival): Promise<true | string> {
  if (account?.type !== "oauth") return true;
  try {
    if (!isIdentity(profile)) throw new Error("A provider's answer was not turned into facts.");
    const arrival = await receiveIdentity({
      ctx: {
        db: services.db,
        now: () => new Date(),
        address: (await headers()).get(ADDRESS_HEADER) ?? "",
      },
      input: {
        facts: profile.facts,
        signedInAs: await signedInUser(services),
        callbackUrl: safeCallbackUrl(await wantedUrl(services), services.publicUrl),
      },
      hashingKey: services.links.hashingKey,
    });
    if ("secret" in arrival) {
      await putIdentityCookie(services, arrival.secret);
      return `${services.publicUrl}/connect`;
    }
    // next-auth makes the session of this very object, which holds the provider's id until now.
    Object.assign(user, arrival.user);
    return true;
  } catch (err) {
    // next-auth would put the message of whatever is thrown into the address bar.
    services.log.error({ err, provider: account.provider }, "sign-in with an outside identity failed");
    return `${services.publicUrl}/signin?error=Identity`;
  }
}
