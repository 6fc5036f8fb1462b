import type { FailureState } from "@heddle/core";
import { BellOff, UserCheck } from "lucide-react";
import { StatusMark } from "../status/status-mark";
import { cn } from "../ui/cn";
import { STATE_WORDS } from "./failure-words";

const ICON = { size: 14, strokeWidth: 1.4, absoluteStrokeWidth: true, "aria-hidden": true } as const;

/** The shape of a failure's state; the word stands beside it. */
export function StateMark({ state }: { state: FailureState }) {
  if (state === "open") return <StatusMark status="failed" label="" />;
  if (state === "recovered") return <StatusMark status="succeeded" label="" />;
  return state === "muted" ? <BellOff {...ICON} /> : <UserCheck {...ICON} />;
}

const TEXT: Record<FailureState, string> = {
  open: "text-failed-text",
  acknowledged: "text-ink-2",
  muted: "text-ink-3",
  recovered: "text-success-text",
};

/** How a failure stands, as mark and word. */
export function StateWord({ state }: { state: FailureState }) {
  return (
    <span className={cn("flex items-center gap-1.5 text-12", TEXT[state])}>
      <StateMark state={state} />
      {STATE_WORDS[state]}
    </span>
  );
}
