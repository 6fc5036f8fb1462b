"use client";
import type { Provider } from "@heddle/core";
import { useEffect, useState } from "react";
import { type SignInProblem, toProblem } from "@/app/signin/sign-in-problem";
import { Button } from "../ui/button";
import { ErrorState } from "../ui/error-state";
import { authRequest } from "./auth-request";
import { ProviderMark } from "./provider-mark";

interface ProviderButtonsProps {
  providers: readonly { id: Provider; name: string }[];
  /** Where to go when it worked. */
  callbackUrl: string;
  /** What the name of the service is put behind. */
  verb?: string;
}

/** One button for each service with which people can sign in here. */
export function ProviderButtons({ providers, callbackUrl, verb = "Continue with" }: ProviderButtonsProps) {
  const [leavingTo, setLeavingTo] = useState<Provider | null>(null);
  const [problem, setProblem] = useState<SignInProblem | null>(null);
  useCameBack(() => setLeavingTo(null));

  async function leave(provider: Provider): Promise<void> {
    setLeavingTo(provider);
    setProblem(null);
    const answer = await authRequest(`signin/${provider}`, { callbackUrl });
    if ("url" in answer) return window.location.assign(answer.url);
    setProblem(toProblem(answer.error));
    setLeavingTo(null);
  }

  if (providers.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      {problem ? <ErrorState title={problem.title}>{problem.fix}</ErrorState> : null}
      {providers.map(({ id, name }) => (
        <Button
          key={id}
          size="lg"
          disabled={leavingTo !== null}
          onClick={() => void leave(id)}
          className="min-w-0"
        >
          <ProviderMark provider={id} />
          <span className="truncate">{leavingTo === id ? `Going to ${name}…` : `${verb} ${name}`}</span>
        </Button>
      ))}
    </div>
  );
}

/** The browser's "back" from the provider may show the page as it was left, with its buttons disabled. */
function useCameBack(onBack: () => void): void {
  useEffect(() => {
    const shown = (event: PageTransitionEvent) => event.persisted && onBack();
    window.addEventListener("pageshow", shown);
    return () => window.removeEventListener("pageshow", shown);
  });
}
