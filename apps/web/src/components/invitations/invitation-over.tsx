import type { InvitationPreview } from "@heddle/core";
import Link from "next/link";
import { AuthFrame } from "../account/auth-frame";
import { buttonClass } from "../ui/button";

interface InvitationOverProps {
  state: Exclude<InvitationPreview["state"], "open">;
  place: string;
  signedIn: boolean;
}

const TITLES = {
  accepted: "This invitation was used",
  revoked: "This invitation was revoked",
  expired: "This invitation has expired",
};

/** An invitation that lets nobody in any more. */
export function InvitationOver({ state, place, signedIn }: InvitationOverProps) {
  return (
    <AuthFrame title={TITLES[state]}>
      <p className="leading-5 break-words text-ink-2">
        {state === "accepted"
          ? `It works once. If it was you who accepted it, ${place} is among your projects. If not, ask whoever sent you the link for a new one.`
          : `It led to ${place}. Ask whoever sent you the link for a new one.`}
      </p>
      <Link href={signedIn ? "/" : "/signin"} className={buttonClass({ size: "lg" })}>
        {signedIn ? "Go to your projects" : "Go to sign-in"}
      </Link>
    </AuthFrame>
  );
}
