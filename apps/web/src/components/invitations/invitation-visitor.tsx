import Link from "next/link";
import { buttonClass } from "../ui/button";

interface InvitationVisitorProps {
  token: string;
  /** The only address that it is for; null for any. */
  email: string | null;
  maySignUp: boolean;
}

/** What a visitor does first: both ways come back here. */
export function InvitationVisitor({ token, email, maySignUp }: InvitationVisitorProps) {
  const callbackUrl = encodeURIComponent(`/invite/${token}`);
  const known = email ? `&email=${encodeURIComponent(email)}` : "";
  return (
    <div className="flex flex-col gap-2">
      {email ? <p className="mb-1 leading-5 break-words text-ink-2">It is for {email} only.</p> : null}
      {maySignUp ? (
        <Link
          href={`/signup?callbackUrl=${callbackUrl}`}
          className={buttonClass({ variant: "primary", size: "lg" })}
        >
          Create an account
        </Link>
      ) : null}
      <Link
        href={`/signin?callbackUrl=${callbackUrl}${known}`}
        className={buttonClass({ size: "lg", variant: maySignUp ? "default" : "primary" })}
      >
        Sign in to accept
      </Link>
      {maySignUp ? null : (
        <p className="mt-1 text-12 leading-5 text-ink-2">
          This instance accepts no new accounts. If you have none, ask whoever invited you.
        </p>
      )}
    </div>
  );
}
