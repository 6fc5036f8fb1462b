import type { Metadata } from "next";
import { AuthFrame } from "@/components/account/auth-frame";
import { TextLink } from "@/components/account/text-link";
import { getServices } from "@/services";
import { RequestForm } from "./request-form";

export const metadata: Metadata = { title: "Set a new password" };

export default function RequestResetPage() {
  const mail = getServices().mailer !== null;
  return (
    <AuthFrame
      title="Set a new password"
      intro={mail ? "We send a link to your e-mail address." : undefined}
      footer={
        <p>
          Remember it? <TextLink href="/signin">Sign in</TextLink>
        </p>
      }
    >
      {mail ? <RequestForm /> : <AskSomebody />}
    </AuthFrame>
  );
}

function AskSomebody() {
  return (
    <>
      <p className="leading-5 text-ink-2">
        This instance sends no mail. Ask an owner or admin of your organisation: under Settings, Members, they
        can create a link with which you set a new password.
      </p>
      <p className="text-12 leading-5 text-ink-3">
        If you are the only owner: whoever runs Heddle can set SMTP_URL and MAIL_FROM, so that it sends mail.
      </p>
    </>
  );
}
