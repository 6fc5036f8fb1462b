import type { OfferView } from "@heddle/core";
import type { ProviderView } from "@/auth/identity-providers";
import { AuthFrame } from "../account/auth-frame";
import { ProviderButtons } from "../account/provider-buttons";
import { CancelButton } from "./cancel-button";
import { ConsentStep } from "./consent";
import { endText } from "./step-texts";

interface OfferStepsProps {
  offer: OfferView;
  /** The service, as its button calls it. */
  service: string;
  providers: readonly ProviderView[];
  back: string;
}

/** What somebody who came with an identity can do with it. */
export function OfferSteps({ offer, service, providers, back }: OfferStepsProps) {
  const { next, email, name, callbackUrl } = offer;
  if (next.step === "connect" || next.step === "password" || next.step === "create") {
    const title = {
      connect: `Connect ${service}?`,
      password: "Is this your account?",
      create: "Create your account",
    };
    return (
      <AuthFrame title={title[next.step]}>
        <ConsentStep {...{ next, service, name, callbackUrl, back }} email={email ?? ""} />
      </AuthFrame>
    );
  }
  const { title, text } = endText(next, { service, email });
  const waysIn =
    next.step === "other-identity" ? providers.filter(({ id }) => next.providers.includes(id)) : [];
  return (
    <AuthFrame title={title}>
      <p className="leading-5 break-words text-ink-2">{text}</p>
      <div className="flex flex-col gap-2">
        <ProviderButtons providers={waysIn} callbackUrl="/account/security" />
        <CancelButton to={back} label={back === "/signin" ? "Back to sign-in" : "Back to your account"} />
      </div>
    </AuthFrame>
  );
}
