"use client";
import type { NextStep } from "@heddle/core";
import { useRouter } from "next/navigation";
import { type ReactNode, useActionState } from "react";
import { type SignInProblem, toProblem } from "@/app/signin/sign-in-problem";
import { authRequest } from "../account/auth-request";
import { Button } from "../ui/button";
import { ErrorState } from "../ui/error-state";

/** The steps that ask for a person's consent. */
export type Consent = Extract<NextStep, { step: "connect" | "password" | "create" }>;

interface ConsentFormProps {
  next: Consent;
  /** Where to go when it worked. */
  callbackUrl: string;
  /** What the button does. */
  action: string;
  /** The fields, named as the server reads them. */
  children?: ReactNode;
  cancel: ReactNode;
}

interface State {
  problem: SignInProblem | null;
  /** Stays busy while the browser leaves. */
  leaving: boolean;
}

const WRONG_PASSWORD: SignInProblem = {
  title: "The password is wrong",
  fix: "It is the one of your account here. Capital letters matter.",
};

/** Sends what the person agrees to. The server knows what they came with; only the answer is sent. */
export function ConsentForm({ next, callbackUrl, action, children, cancel }: ConsentFormProps) {
  const router = useRouter();
  const [state, submit, pending] = useActionState(
    async (_previous: State, form: FormData): Promise<State> => {
      const answer = await authRequest("callback/identity", {
        step: next.step,
        account: next.step === "create" ? "" : next.account.id,
        name: String(form.get("name") ?? ""),
        password: String(form.get("password") ?? ""),
        callbackUrl,
      });
      if ("url" in answer) {
        window.location.assign(answer.url);
        return { problem: null, leaving: true };
      }
      // The page then shows what is possible now.
      if (answer.error === "IdentityChanged") router.refresh();
      const problem = answer.error === "CredentialsSignin" ? WRONG_PASSWORD : toProblem(answer.error);
      return { problem, leaving: false };
    },
    { problem: null, leaving: false },
  );
  const busy = pending || state.leaving;
  return (
    <form action={submit} className="flex flex-col gap-4">
      {state.problem && !busy ? (
        <ErrorState title={state.problem.title}>{state.problem.fix}</ErrorState>
      ) : null}
      {children}
      <div className="flex flex-col gap-2">
        <Button type="submit" variant="primary" size="lg" disabled={busy}>
          {busy ? "One moment…" : action}
        </Button>
        {cancel}
      </div>
    </form>
  );
}
