"use client";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { NewPasswordField } from "@/components/account/new-password-field";
import { signInAs } from "@/components/account/sign-in-as";
import { Button } from "@/components/ui/button";
import { fieldError, formError } from "@/components/ui/form-error";
import { QueryError } from "@/components/ui/query-error";
import { useTRPC } from "@/trpc/client";

interface ResetFormProps {
  token: string;
  email: string;
  name: string;
}

/** Sets the password and signs this browser in with it. All others are signed out. */
export function ResetForm({ token, email, name }: ResetFormProps) {
  const trpc = useTRPC();
  const [leaving, setLeaving] = useState(false);
  const reset = useMutation(trpc.account.reset.mutationOptions());

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password") ?? "");
    const done = await reset.mutateAsync({ token, password }).catch(() => null);
    if (!done) return;
    setLeaving(true);
    const answer = await signInAs(done.email, password, "/");
    window.location.assign("url" in answer ? answer.url : `/signin?${new URLSearchParams({ email })}`);
  }

  const busy = reset.isPending || leaving;
  const other = formError(reset.error, ["/password"]);
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      {other && !busy ? (
        <QueryError title="The password was not changed" query={{ error: other }} onRetry={reset.reset} />
      ) : null}
      {/* So that password managers know whose password it is. */}
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <NewPasswordField
        label="New password"
        owner={{ email, name }}
        autoFocus
        error={fieldError(reset.error, "/password")}
        onEdit={reset.reset}
      />
      <p className="text-12 leading-5 text-ink-2">
        Whoever is signed in to this account elsewhere is signed out.
      </p>
      <Button type="submit" variant="primary" size="lg" disabled={busy}>
        {busy ? "One moment…" : "Set password and sign in"}
      </Button>
    </form>
  );
}
