"use client";
import { signIn } from "next-auth/react";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Field } from "@/components/ui/input";
import { type SignInProblem, toProblem, UNREACHABLE } from "./sign-in-problem";

interface SignInFormProps {
  callbackUrl: string;
  problem: SignInProblem | null;
}

interface State {
  email: string;
  problem: SignInProblem | null;
  /** Stays busy while the browser leaves for the page that was asked for. */
  leaving: boolean;
}

/** next-auth leaves the page when the server is away, so this asks first. */
async function serverAnswers(): Promise<boolean> {
  try {
    return (await fetch("/api/auth/csrf", { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

async function attempt(email: string, password: string, callbackUrl: string): Promise<SignInProblem | null> {
  if (!(await serverAnswers())) return UNREACHABLE;
  try {
    const result = await signIn("credentials", { email, password, callbackUrl, redirect: false });
    if (result?.error) return toProblem(result.error);
    window.location.assign(result?.url ?? callbackUrl);
    return null;
  } catch {
    return UNREACHABLE;
  }
}

/** E-mail and password, in the form that password managers know. */
export function SignInForm({ callbackUrl, problem }: SignInFormProps) {
  const [state, submit, pending] = useActionState(
    async (_previous: State, form: FormData): Promise<State> => {
      const email = String(form.get("email") ?? "");
      const failed = await attempt(email, String(form.get("password") ?? ""), callbackUrl);
      return { email, problem: failed, leaving: failed === null };
    },
    { email: "", problem, leaving: false },
  );
  const busy = pending || state.leaving;
  return (
    <form action={submit} className="flex flex-col gap-4 rounded-3 border border-line bg-bg p-5">
      {state.problem && !busy ? (
        <ErrorState title={state.problem.title}>{state.problem.fix}</ErrorState>
      ) : null}
      <Field
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        required
        autoFocus
        spellCheck={false}
        defaultValue={state.email}
      />
      <Field label="Password" name="password" type="password" autoComplete="current-password" required />
      <Button type="submit" variant="primary" size="lg" disabled={busy}>
        {busy ? "Signing in…" : "Sign in"}
      </Button>
    </form>
  );
}
