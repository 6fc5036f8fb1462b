import { MailCheck } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../ui/button";

interface CheckMailProps {
  to: string;
  children: ReactNode;
  onAgain: () => void;
}

/** A mail was sent, as far as anyone may know. */
export function CheckMail({ to, children, onAgain }: CheckMailProps) {
  return (
    <div role="status" className="flex flex-col gap-3">
      <MailCheck size={20} strokeWidth={1.4} absoluteStrokeWidth aria-hidden className="text-accent" />
      <p className="text-14 font-semibold">Check your mail</p>
      <p className="leading-5 text-ink-2">
        We wrote to <span className="font-medium break-all text-ink">{to}</span>. {children}
      </p>
      <p className="text-12 leading-5 text-ink-3">
        Nothing there after a few minutes? Look in your spam folder, or check the address.
      </p>
      <Button size="lg" onClick={onAgain}>
        Use another address
      </Button>
    </div>
  );
}
