import Link from "next/link";
import { PasswordField } from "../account/password-field";
import { Field } from "../ui/input";
import { CancelButton } from "./cancel-button";
import { type Consent, ConsentForm } from "./consent-form";

interface ConsentProps {
  next: Consent;
  /** The service, as its button calls it. */
  service: string;
  /** The address at the service. */
  email: string;
  name: string;
  callbackUrl: string;
  /** Where "Cancel" leads. */
  back: string;
}

/** Asks whether to join the identity to an account, or to make one. */
export function ConsentStep({ next, service, email, name, callbackUrl, back }: ConsentProps) {
  const cancel = <CancelButton to={back} />;
  const theirs = <strong className="font-medium break-words text-ink">{email}</strong>;
  const form = { next, callbackUrl, cancel };
  if (next.step === "connect") {
    return (
      <ConsentForm {...form} action={`Connect ${service}`}>
        <p className="leading-5 text-ink-2">
          Your {service} account {theirs} will sign you in to your account{" "}
          <strong className="font-medium break-words text-ink">{next.account.email}</strong>, too.
        </p>
      </ConsentForm>
    );
  }
  if (next.step === "password") {
    return (
      <ConsentForm {...form} action="Connect and sign in">
        <p className="leading-5 text-ink-2">
          There is an account for this address. If it is yours, enter its password: from then on, {service}{" "}
          signs you in to it, too.
        </p>
        <Field label="Account" type="email" autoComplete="username" readOnly value={next.account.email} />
        <PasswordField
          label="Password"
          name="password"
          autoComplete="current-password"
          required
          autoFocus
          hint={
            <>
              Forgotten, or the account is not yours?{" "}
              <Link href="/reset" className="text-accent hover:underline">
                Set a new password
              </Link>
            </>
          }
        />
      </ConsentForm>
    );
  }
  return (
    <ConsentForm {...form} action="Create account">
      <p className="leading-5 text-ink-2">
        {service} says that you are {theirs}. Heddle keeps this address, your name and the number by which{" "}
        {service} knows you, and sees nothing else there.
      </p>
      <Field label="Name" name="name" autoComplete="name" required maxLength={200} defaultValue={name} />
    </ConsentForm>
  );
}
