import { readLink } from "@heddle/core";
import type { Metadata } from "next";
import Link from "next/link";
import { AuthFrame } from "@/components/account/auth-frame";
import { buttonClass } from "@/components/ui/button";
import { getServices } from "@/services";
import { ResetForm } from "./reset-form";

// The address holds a secret: no other page learns it, no search engine keeps it.
export const metadata: Metadata = {
  title: "Set a new password",
  referrer: "no-referrer",
  robots: { index: false, follow: false },
};

/** Only shows what the link is for: programs that look into mails open it before people do. */
export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const services = getServices();
  const { token } = await params;
  const link = await readLink({
    ctx: { db: services.db, now: () => new Date() },
    input: { token, kinds: ["password-reset"] },
    hashingKey: services.links.hashingKey,
  });
  if (!link) return <LinkIsOver />;
  return (
    <AuthFrame title="Set a new password" intro={`For ${link.email}`}>
      <ResetForm token={token} email={link.email} name={link.name} />
    </AuthFrame>
  );
}

function LinkIsOver() {
  return (
    <AuthFrame title="This link no longer works">
      <p className="leading-5 text-ink-2">
        It was already used, has expired, or was replaced by a newer one. Nothing was changed.
      </p>
      <div className="flex flex-col gap-2">
        <Link href="/reset" className={buttonClass({ variant: "primary", size: "lg" })}>
          Ask for another link
        </Link>
        <Link href="/signin" className={buttonClass({ size: "lg" })}>
          Go to sign-in
        </Link>
      </div>
    </AuthFrame>
  );
}
