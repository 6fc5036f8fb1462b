"use client";
import { formatElapsed } from "@/format/duration";
import { useNow } from "./time-provider";

/** How long something has been running, ticking each second. */
export function Elapsed({ since, className }: { since: string; className?: string }) {
  const now = useNow("second");
  return (
    <span className={className} suppressHydrationWarning>
      {formatElapsed(now - Date.parse(since))}
    </span>
  );
}
