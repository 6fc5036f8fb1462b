import type { ReactNode } from "react";
import { cn } from "./cn";

const TONES = {
  neutral: "bg-active text-ink-2",
  accent: "bg-accent-soft text-accent",
  success: "bg-success-soft text-success-text",
  failed: "bg-failed-soft text-failed-text",
  running: "bg-running-soft text-running-text",
  lost: "bg-lost-soft text-lost-text",
  warning: "bg-warning-soft text-warning-text",
};

/** A short word on a tint. The tint supports the word and never replaces it. */
export function Pill({ tone = "neutral", children }: { tone?: keyof typeof TONES; children: ReactNode }) {
  return (
    <span
      className={cn(
        "inline-flex h-[18px] items-center gap-1 rounded-full px-1.5 text-11 font-medium whitespace-nowrap",
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}
