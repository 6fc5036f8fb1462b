import { awaitsFirstSignIn, invitationSecretIn } from "@heddle/core";
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
import { FirstTime } from "./first-time";
import { SignInForm } from "./sign-in-form";
import { toProblem } from "./sign-in-problem";

export const metadata: Metadata = { title: "Sign in" };

interface SignInPageProps {
  searchParams: Promise<Record<"callbackUrl" | "error" | "email", string | string[] | undefined>>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const services = getServices();
  const query = await searchParams;
  const callbackUrl = safeCallbackUrl(firstValue(query.callbackUrl) ?? "/", services.publicUrl);
  const error = firstValue(query.error);
  // Who is signed in and wanted to connect a service is told there why it did not work.
  const signedInPage = error ? `/connect?error=${encodeURIComponent(error)}` : callbackUrl;
  if (await currentSession(services)) redirect(signedInPage);
  const providers = offeredProviders(services.accounts);
  const { signUp } = services.accounts;
  const maySignUp =
    signUp === "open" || (signUp === "invitation" && invitationSecretIn(callbackUrl) !== null);
  const isNew = await awaitsFirstSignIn({ ctx: { db: services.db, now: () => new Date() } });
  return (
    <AuthFrame
      title="Sign in to Heddle"
      intro="Every run of every pipeline, and what changed."
      footer={
        <>
          {maySignUp ? (
            <p>
              New here?{" "}
              <TextLink href={`/signup?callbackUrl=${encodeURIComponent(pathOf(callbackUrl))}`}>
                Create an account
              </TextLink>
            </p>
          ) : null}
          {isNew ? <FirstTime /> : null}
        </>
      }
    >
      <SignInForm
        callbackUrl={callbackUrl}
        email={firstValue(query.email) ?? ""}
        problem={error ? toProblem(error) : null}
      />
      {providers.length > 0 ? (
        <>
          <OrDivider />
          <ProviderButtons providers={providers} callbackUrl={callbackUrl} />
        </>
      ) : null}
    </AuthFrame>
  );
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}
