import { readLink } from "@heddle/core";
import type { Metadata } from "next";
import Link from "next/link";
import { currentSession } from "@/auth/session";
import { AuthFrame } from "@/components/account/auth-frame";
import { buttonClass } from "@/components/ui/button";
import { getServices } from "@/services";
import { ConfirmForm } from "./confirm-form";

// The address holds a secret: no other page learns it, no search engine keeps it.
export const metadata: Metadata = {
  title: "Confirm your e-mail address",
  referrer: "no-referrer",
  robots: { index: false, follow: false },
};

/** Only shows what the link is for: programs that look into mails open it before people do. */
export default async function ConfirmPage({ params }: { params: Promise<{ token: string }> }) {
  const services = getServices();
  const { token } = await params;
  const link = await readLink({
    ctx: { db: services.db, now: () => new Date() },
    input: { token, kinds: ["sign-up", "change-email"] },
    hashingKey: services.links.hashingKey,
  });
  const signedIn = (await currentSession(services)) !== null;
  if (link && link.kind !== "password-reset") {
    return <ConfirmForm token={token} email={link.email} kind={link.kind} signedIn={signedIn} />;
  }
  return (
    <AuthFrame title="This link no longer works">
      <p className="leading-5 text-ink-2">
        It was already used, has expired, or was replaced by a newer one. If you confirmed your address with
        it, all is done.
      </p>
      <Link
        href={signedIn ? "/account" : "/signin"}
        className={buttonClass({ variant: "primary", size: "lg" })}
      >
        {signedIn ? "Go to your account" : "Go to sign-in"}
      </Link>
    </AuthFrame>
  );
}
