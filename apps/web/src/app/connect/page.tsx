import { type OfferView, readOffer } from "@heddle/core";
import type { Metadata } from "next";
import Link from "next/link";
import { type SignInProblem, toProblem } from "@/app/signin/sign-in-problem";
import { readIdentityCookie } from "@/auth/identity-cookie";
import { offeredProviders, type ProviderView } from "@/auth/identity-providers";
import { currentSession } from "@/auth/session";
import { AuthFrame } from "@/components/account/auth-frame";
import { firstValue } from "@/components/account/first-value";
import { OfferSteps } from "@/components/connect/offer-steps";
import { buttonClass } from "@/components/ui/button";
import { getServices } from "@/services";

export const metadata: Metadata = { title: "Connect an account" };

const OVER: SignInProblem = {
  title: "Nothing to connect",
  fix: "This took more than ten minutes, or was already done. Start again where you came from.",
};

interface ConnectPageProps {
  /** `error` is why next-auth sends somebody here who was signed in before they left. */
  searchParams: Promise<{ error?: string | string[] }>;
}

/** Whoever comes from a provider with an identity that is new here says what they want with it. */
export default async function ConnectPage({ searchParams }: ConnectPageProps) {
  const services = getServices();
  const userId = (await currentSession(services))?.userId ?? null;
  const back = userId === null ? "/signin" : "/account/security";
  const error = firstValue((await searchParams).error);
  if (error) return <Ended {...toProblem(error)} back={back} />;
  const secret = await readIdentityCookie(services);
  const offer = await readOffer({
    ctx: { db: services.db, now: () => new Date() },
    input: { secret, signedInAs: userId },
    door: { signUp: services.accounts.signUp, hashingKey: services.links.hashingKey },
  });
  if (!offer) return <Ended {...OVER} back={back} />;
  const providers = offeredProviders(services.accounts);
  return <OfferSteps offer={offer} service={nameOf(offer, providers)} providers={providers} back={back} />;
}

function nameOf({ provider }: OfferView, providers: ProviderView[]): string {
  return providers.find(({ id }) => id === provider)?.name ?? provider;
}

function Ended({ title, fix, back }: SignInProblem & { back: string }) {
  return (
    <AuthFrame title={title}>
      <p className="leading-5 text-ink-2">{fix}</p>
      <Link href={back} className={buttonClass({ size: "lg" })}>
        {back === "/signin" ? "Go to sign-in" : "Back to your account"}
      </Link>
    </AuthFrame>
  );
}
