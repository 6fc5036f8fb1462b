"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { formatElapsed } from "@/format/duration";
import { useTRPC } from "@/trpc/client";
import { runName } from "../run/run-name";
import { useShell } from "../shell/shell-context";
import { StatusMark } from "../status/status-mark";
import { useNow } from "../time/time-provider";
import { buttonClass } from "../ui/button";
import { useFirstRun } from "./use-first-run";

const SEEN_MS = 1000;
const POLL_MS = 5000;

interface WaitForRunProps {
  /** Newest run when the page was opened. */
  after: string | null;
  /** The project's very first run: then the page moves there by itself. */
  moveOn: boolean;
  keyId: string | null;
}

/** Whether the server has seen a request with the key: tells a wrong address from a program that sends nothing. */
function useKeySeen(keyId: string | null, enabled: boolean): boolean {
  const trpc = useTRPC();
  const { org, project } = useShell();
  const options = trpc.keys.list.queryOptions({ org, project });
  const { data } = useQuery({ ...options, enabled: enabled && keyId !== null, refetchInterval: POLL_MS });
  return data?.some(({ id, lastUsedAt }) => id === keyId && lastUsedAt !== null) ?? false;
}

/** Waits for a run to arrive, says what has been seen so far, and leads to the run. */
export function WaitForRun({ after, moveOn, keyId }: WaitForRunProps) {
  const { base } = useShell();
  const router = useRouter();
  const [since] = useState(() => Date.now());
  const now = useNow("second");
  const run = useFirstRun(after);
  const seen = useKeySeen(keyId, run === null);
  const href = run ? `${base}/runs/${run.id}` : null;

  useEffect(() => {
    if (!href || !moveOn) return;
    const timer = setTimeout(() => router.push(href), SEEN_MS);
    return () => clearTimeout(timer);
  }, [href, moveOn, router]);

  return (
    <div
      role="status"
      className="flex items-center gap-3.5 rounded-3 border border-accent-line bg-accent-soft px-3.5 py-3 desk:ml-8"
    >
      {run ? (
        <StatusMark status="succeeded" label="" />
      ) : (
        <span
          aria-hidden
          className="size-5.5 shrink-0 animate-[spin_1.1s_linear_infinite] rounded-full border-2 border-accent-line border-t-accent"
        />
      )}
      <div className="min-w-0 flex-1">
        <p className="font-medium">
          {run ? `${runName(run)} of ${run.pipeline ?? "your pipeline"} has arrived` : "Waiting for a run"}
        </p>
        <p className="text-12 text-ink-2">
          {run
            ? moveOn
              ? "Opening it."
              : "It stays in the list of runs, too."
            : seen
              ? "A request with this key has reached the server; no run yet."
              : moveOn
                ? "This page moves on by itself. Nothing has reached this project yet, "
                : "Nothing new has reached this project yet, "}
          {run || seen ? null : (
            <span suppressHydrationWarning>{formatElapsed(Math.max(0, now - since))}.</span>
          )}
        </p>
      </div>
      {href && !moveOn ? (
        <Link href={href} className={buttonClass({ variant: "primary" })}>
          Open the run
        </Link>
      ) : null}
    </div>
  );
}
