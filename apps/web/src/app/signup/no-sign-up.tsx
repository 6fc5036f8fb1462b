import Link from "next/link";
import { AuthFrame } from "@/components/account/auth-frame";
import { buttonClass } from "@/components/ui/button";

interface NoSignUpProps {
  mode: "invitation" | "closed";
  signIn: string;
  /** Whether an invitation was shown that is over. */
  invited: boolean;
}

/** Says why there is no form. */
export function NoSignUp({ mode, signIn, invited }: NoSignUpProps) {
  const title =
    mode === "closed"
      ? "No new accounts here"
      : invited
        ? "This invitation is over"
        : "An invitation is needed";
  return (
    <AuthFrame title={title}>
      <p className="leading-5 text-ink-2">
        {WORDS[mode === "closed" ? "closed" : invited ? "over" : "needed"]}
      </p>
      <Link href={signIn} className={buttonClass({ size: "lg" })}>
        Go to sign-in
      </Link>
    </AuthFrame>
  );
}

const WORDS = {
  closed: "This instance accepts no new accounts. Ask an owner or admin of your organisation.",
  over: "It was used or revoked, or it has expired. Ask whoever sent it to you for another one.",
  needed:
    "Ask an owner or admin of your organisation to invite you. You will get a link that leads to the form.",
};
