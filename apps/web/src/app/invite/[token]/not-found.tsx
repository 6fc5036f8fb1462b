import Link from "next/link";
import { AuthFrame } from "@/components/account/auth-frame";
import { buttonClass } from "@/components/ui/button";

export default function InvitationNotFound() {
  return (
    <AuthFrame title="There is no such invitation">
      <p className="leading-5 text-ink-2">
        The link is not whole, or what it led to was deleted. Check that you copied all of it, or ask whoever
        sent it for a new one.
      </p>
      <Link href="/" className={buttonClass({ size: "lg" })}>
        Go to your runs
      </Link>
    </AuthFrame>
  );
}
