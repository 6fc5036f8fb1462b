"use client";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { CheckMail } from "@/components/account/check-mail";
import { EmailField } from "@/components/account/email-field";
import { NewPasswordField } from "@/components/account/new-password-field";
import { signInAs } from "@/components/account/sign-in-as";
import { Button } from "@/components/ui/button";
import { fieldError, formError } from "@/components/ui/form-error";
import { Field } from "@/components/ui/input";
import { QueryError } from "@/components/ui/query-error";
import { useTRPC } from "@/trpc/client";

interface SignUpFormProps {
  callbackUrl: string;
  invitation: string | null;
  /** The only address that the invitation is for. */
  email: string | null;
  /** Other ways to the same. */
  children: ReactNode;
}

const FIELDS = ["/email", "/name", "/password"];

/** Name, e-mail and password, in the form that password managers know. */
export function SignUpForm({ callbackUrl, invitation, email: bound, children }: SignUpFormProps) {
  const trpc = useTRPC();
  const [email, setEmail] = useState(bound ?? "");
  const [name, setName] = useState("");
  const [leaving, setLeaving] = useState(false);
  const signUp = useMutation(trpc.account.signUp.mutationOptions());

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password") ?? "");
    const asked = { email, name, password, ...(invitation === null ? {} : { invitation }) };
    const made = await signUp.mutateAsync(asked).catch(() => null);
    if (made?.state !== "created") return;
    setLeaving(true);
    const answer = await signInAs(email, password, callbackUrl);
    const signIn = `/signin?${new URLSearchParams({ email, callbackUrl })}`;
    window.location.assign("url" in answer ? answer.url : signIn);
  }

  if (signUp.data?.state === "sent") {
    return (
      <CheckMail to={email} onAgain={signUp.reset}>
        Open the link in it within a day to finish your account. If this address already has one, the mail
        says so.
      </CheckMail>
    );
  }
  const busy = signUp.isPending || leaving;
  const other = formError(signUp.error, FIELDS);
  return (
    <>
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        {other && !busy ? (
          <QueryError title="The account was not created" query={{ error: other }} onRetry={signUp.reset} />
        ) : null}
        <Field
          label="Name"
          name="name"
          autoComplete="name"
          required
          maxLength={200}
          autoFocus
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={fieldError(signUp.error, "/name")}
        />
        <EmailField
          readOnly={bound !== null}
          hint={bound === null ? undefined : "The invitation is for this address."}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          error={fieldError(signUp.error, "/email")}
        />
        <NewPasswordField
          owner={{ email, name }}
          error={fieldError(signUp.error, "/password")}
          onEdit={signUp.reset}
        />
        <Button type="submit" variant="primary" size="lg" disabled={busy}>
          {busy ? "One moment…" : "Create account"}
        </Button>
      </form>
      {children}
    </>
  );
}
