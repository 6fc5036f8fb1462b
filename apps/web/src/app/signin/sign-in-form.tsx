"use client";
import Link from "next/link";
import { useActionState } from "react";
import { EmailField } from "@/components/account/email-field";
import { PasswordField } from "@/components/account/password-field";
import { signInAs } from "@/components/account/sign-in-as";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { type SignInProblem, toProblem } from "./sign-in-problem";

interface SignInFormProps {
  callbackUrl: string;
  /** What is known of the address already. */
  email: string;
  problem: SignInProblem | null;
}

interface State {
  email: string;
  problem: SignInProblem | null;
  /** Stays busy while the browser leaves for the page that was asked for. */
  leaving: boolean;
}

/** E-mail and password, in the form that password managers know. */
export function SignInForm({ callbackUrl, email: known, problem }: SignInFormProps) {
  const [state, submit, pending] = useActionState(
    async (_previous: State, form: FormData): Promise<State> => {
      const email = String(form.get("email") ?? "");
      const answer = await signInAs(email, String(form.get("password") ?? ""), callbackUrl);
      if ("error" in answer) return { email, problem: toProblem(answer.error), leaving: false };
      window.location.assign(answer.url);
      return { email, problem: null, leaving: true };
    },
    { email: known, problem, leaving: false },
  );
  const busy = pending || state.leaving;
  return (
    <form action={submit} className="flex flex-col gap-4">
      {state.problem && !busy ? (
        <ErrorState title={state.problem.title}>{state.problem.fix}</ErrorState>
      ) : null}
      <EmailField autoFocus={known === ""} defaultValue={state.email} />
      <PasswordField
        label="Password"
        name="password"
        autoComplete="current-password"
        required
        autoFocus={known !== ""}
        hint={
          <Link href="/reset" className="text-ink-2 underline-offset-2 hover:text-ink hover:underline">
            Forgot your password?
          </Link>
        }
      />
      <Button type="submit" variant="primary" size="lg" disabled={busy}>
        {busy ? "Signing in…" : "Sign in"}
      </Button>
    </form>
  );
}
