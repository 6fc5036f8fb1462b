import type { DomainError } from "@heddle/core";
import Link from "next/link";
import { AuthFrame } from "../account/auth-frame";
import { buttonClass } from "../ui/button";

interface InvitationNoneProps {
  problem: Pick<DomainError, "code" | "message" | "fix">;
  signedIn: boolean;
}

/** In place of an invitation that never was, is gone with what it led to, or cannot be looked up now. */
export function InvitationNone({ problem, signedIn }: InvitationNoneProps) {
  const none = problem.code === "not_found";
  return (
    <AuthFrame title={none ? "There is no such invitation" : "This invitation cannot be shown now"}>
      <p className="leading-5 break-words text-ink-2">
        {none
          ? "The link is incomplete, or what it led to was deleted. Check that you copied all of it, or ask whoever sent it for a new one."
          : [problem.message, problem.fix].filter(Boolean).join(" ")}
      </p>
      <Link href={signedIn ? "/" : "/signin"} className={buttonClass({ size: "lg" })}>
        {signedIn ? "Go to your projects" : "Go to sign-in"}
      </Link>
    </AuthFrame>
  );
}
