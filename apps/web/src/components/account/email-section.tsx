"use client";
import { useState } from "react";
import { Button } from "../ui/button";
import { PageSection } from "../ui/page-section";
import { EmailDialog } from "./email-dialog";
import { TextLink } from "./text-link";
import { useAccount } from "./use-account";

/** The address with which the person signs in. */
export function EmailSection() {
  const { email, hasPassword, mail } = useAccount();
  const [changing, setChanging] = useState(false);
  return (
    <PageSection
      title="E-mail"
      intro={
        mail
          ? "You sign in with this address. A new one takes effect once you confirm it with the link that we send there."
          : "You sign in with this address. This instance sends no mail, so a new one takes effect at once."
      }
      action={hasPassword ? <Button onClick={() => setChanging(true)}>Change address</Button> : null}
    >
      <div className="px-(--gutter)">
        <p className="break-all">{email}</p>
        {hasPassword ? null : (
          <p className="mt-1 max-w-160 text-12 leading-5 text-ink-2">
            To change it, you need a password, so that nobody can do it from a browser that you left open. Set
            one under <TextLink href="/account/security">Security</TextLink>.
          </p>
        )}
      </div>
      {changing ? <EmailDialog onClose={() => setChanging(false)} /> : null}
    </PageSection>
  );
}
