"use client";
import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { useShell } from "../shell/shell-context";
import { StatusMark } from "../status/status-mark";
import { Button } from "../ui/button";

/** Sends a test message and says what came of it. */
export function ChannelTest({ id, name }: { id: string; name: string }) {
  const trpc = useTRPC();
  const { org, project } = useShell();
  const test = useMutation(trpc.channels.test.mutationOptions());
  const result =
    test.data ?? (test.error ? { ok: false, message: test.error.message, fix: undefined } : null);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <Button
        size="sm"
        disabled={test.isPending}
        aria-label={`Send a test to ${name}`}
        onClick={() => test.mutate({ org, project, id })}
      >
        {test.isPending ? "Sending…" : "Send a test"}
      </Button>
      <span role="status" className="min-w-0 text-12 break-words">
        {result && !test.isPending ? (
          <span className="flex items-start gap-1.5">
            <span className="mt-px">
              <StatusMark
                status={result.ok ? "succeeded" : "failed"}
                label={result.ok ? "Sent" : "Not sent"}
              />
            </span>
            <span className={result.ok ? "text-success-text" : "text-failed-text"}>
              {result.message} {result.fix ? <span className="text-ink-2">{result.fix}</span> : null}
            </span>
          </span>
        ) : null}
      </span>
    </div>
  );
}
