import { invitationSecretIn } from "@heddle/core";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { safeCallbackUrl } from "@/auth/callback-url";
import { offeredProviders } from "@/auth/identity-providers";
import { currentSession } from "@/auth/session";
import { AuthFrame } from "@/components/account/auth-frame";
import { firstValue } from "@/components/account/first-value";
import { OrDivider } from "@/components/account/or-divider";
import { ProviderButtons } from "@/components/account/provider-buttons";
import { TextLink } from "@/components/account/text-link";
import { getServices } from "@/services";
import { NoSignUp } from "./no-sign-up";
import { openInvitation } from "./open-invitation";
import { SignUpForm } from "./sign-up-form";

export const metadata: Metadata = { title: "Create an account", referrer: "no-referrer" };

interface SignUpPageProps {
  searchParams: Promise<Record<"callbackUrl" | "invitation", string | string[] | undefined>>;
}

export default async function SignUpPage({ searchParams }: SignUpPageProps) {
  const services = getServices();
  const query = await searchParams;
  const asked = firstValue(query.callbackUrl) ?? "/";
  const secret = firstValue(query.invitation) ?? invitationSecretIn(asked);
  const wanted = secret ? `/invite/${secret}` : asked === "/" ? "/new" : asked;
  const callbackUrl = safeCallbackUrl(wanted, services.publicUrl);
  if (await currentSession(services)) redirect(callbackUrl);
  const { signUp: mode } = services.accounts;
  const invitation = secret && mode !== "closed" ? await openInvitation(secret) : null;
  const signIn = `/signin?callbackUrl=${encodeURIComponent(secret ? wanted : asked)}`;
  if (mode === "closed" || (mode === "invitation" && !invitation)) {
    return <NoSignUp mode={mode} signIn={signIn} invited={secret !== null} />;
  }
  const providers = offeredProviders(services.accounts);
  return (
    <AuthFrame
      title="Create an account"
      intro={
        invitation
          ? `${invitation.invitedBy} invites you to ${invitation.place}.`
          : "Every run of every pipeline, and what changed."
      }
      footer={
        <p>
          Already have an account? <TextLink href={signIn}>Sign in</TextLink>
        </p>
      }
    >
      <SignUpForm
        callbackUrl={callbackUrl}
        invitation={invitation ? secret : null}
        email={invitation?.email ?? null}
      >
        {providers.length > 0 ? (
          <>
            <OrDivider />
            <ProviderButtons providers={providers} callbackUrl={callbackUrl} />
          </>
        ) : null}
      </SignUpForm>
    </AuthFrame>
  );
}
