import { type OfferView, readOffer } from "@heddle/core";
import type { Metadata } from "next";
import Link from "next/link";
import { readIdentityCookie } from "@/auth/identity-cookie";
import { offeredProviders, type ProviderView } from "@/auth/identity-providers";
import { currentSession } from "@/auth/session";
import { AuthFrame } from "@/components/account/auth-frame";
import { OfferSteps } from "@/components/connect/offer-steps";
import { buttonClass } from "@/components/ui/button";
import { getServices } from "@/services";

export const metadata: Metadata = { title: "Connect an account" };

/** Whoever comes from a provider with an identity that is new here says what they want with it. */
export default async function ConnectPage() {
  const services = getServices();
  const userId = (await currentSession(services))?.userId ?? null;
  const secret = await readIdentityCookie(services);
  const offer = await readOffer({
    ctx: { db: services.db, now: () => new Date() },
    input: { secret, signedInAs: userId },
    door: { signUp: services.accounts.signUp, hashingKey: services.links.hashingKey },
  });
  const back = userId === null ? "/signin" : "/account/security";
  if (!offer) return <Nothing back={back} />;
  const providers = offeredProviders(services.accounts);
  return <OfferSteps offer={offer} service={nameOf(offer, providers)} providers={providers} back={back} />;
}

function nameOf({ provider }: OfferView, providers: ProviderView[]): string {
  return providers.find(({ id }) => id === provider)?.name ?? provider;
}

function Nothing({ back }: { back: string }) {
  return (
    <AuthFrame title="Nothing to connect">
      <p className="leading-5 text-ink-2">
        This took more than ten minutes, or was done already. Nothing was changed; start again where you came
        from.
      </p>
      <Link href={back} className={buttonClass({ size: "lg" })}>
        {back === "/signin" ? "Go to sign-in" : "Go to your account"}
      </Link>
    </AuthFrame>
  );
}
