"use client";
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { AuthFrame } from "@/components/account/auth-frame";
import { Button, buttonClass } from "@/components/ui/button";
import { QueryError } from "@/components/ui/query-error";
import { useTRPC } from "@/trpc/client";

interface ConfirmFormProps {
  token: string;
  email: string;
  kind: "sign-up" | "change-email";
  signedIn: boolean;
}

const WORDS = {
  "sign-up": {
    title: "Confirm your e-mail address",
    ask: "This creates your account. You sign in with the password that you chose.",
    done: "Your account is ready",
    said: "The address is confirmed. Sign in with the password that you chose.",
  },
  "change-email": {
    title: "Confirm your new e-mail address",
    ask: "From then on you sign in with this address. Your password stays the same.",
    done: "Your address is changed",
    said: "From now on you sign in with this address. Your password stays the same.",
  },
};

/** Does with a click what the link is for. */
export function ConfirmForm({ token, email, kind, signedIn }: ConfirmFormProps) {
  const trpc = useTRPC();
  const confirm = useMutation(trpc.account.confirm.mutationOptions());
  const words = WORDS[kind];
  const address = <p className="text-14 font-semibold break-all">{email}</p>;

  if (confirm.isSuccess) {
    const next = new URLSearchParams({ email, callbackUrl: kind === "sign-up" ? "/new" : "/" });
    const stays = signedIn && kind === "change-email";
    return (
      <AuthFrame title={words.done}>
        <div role="status" className="flex flex-col gap-2">
          {address}
          <p className="leading-5 text-ink-2">{words.said}</p>
        </div>
        <Link
          href={stays ? "/account" : `/signin?${next}`}
          className={buttonClass({ variant: "primary", size: "lg" })}
        >
          {stays ? "Go to your account" : "Sign in"}
        </Link>
      </AuthFrame>
    );
  }
  return (
    <AuthFrame title={words.title}>
      {confirm.error ? (
        <QueryError title="Nothing was confirmed" query={confirm} onRetry={confirm.reset} />
      ) : null}
      <div className="flex flex-col gap-2">
        {address}
        <p className="leading-5 text-ink-2">{words.ask}</p>
      </div>
      <Button
        variant="primary"
        size="lg"
        disabled={confirm.isPending}
        onClick={() => confirm.mutate({ token })}
      >
        {confirm.isPending ? "One moment…" : "Confirm this address"}
      </Button>
    </AuthFrame>
  );
}
