"use client";
import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { useShell } from "../shell/shell-context";
import { Button } from "../ui/button";
import { CopyButton } from "../ui/copy-button";

/** The secret that a webhook's receiver verifies with, once somebody asks for it. */
export function ChannelSecret({ id, name }: { id: string; name: string }) {
  const trpc = useTRPC();
  const { org, project } = useShell();
  const reveal = useMutation(trpc.channels.secret.mutationOptions());
  if (reveal.data) {
    const { secret } = reveal.data;
    return (
      <div className="flex w-full flex-wrap items-center gap-2 text-12">
        <span className="text-ink-2">Signing secret</span>
        <code className="min-w-0 rounded-1 bg-hover px-1.5 py-0.5 font-mono text-[11.5px] break-all">
          {secret}
        </code>
        <CopyButton text={secret} what={`signing secret of ${name}`} />
        <Button size="sm" variant="quiet" onClick={() => reveal.reset()}>
          Hide
        </Button>
      </div>
    );
  }
  return (
    <span className="flex items-center gap-2">
      <Button
        size="sm"
        disabled={reveal.isPending}
        aria-label={`Show the signing secret of ${name}`}
        onClick={() => reveal.mutate({ org, project, id })}
      >
        {reveal.isPending ? "Loading…" : "Signing secret"}
      </Button>
      {reveal.error ? (
        <span role="alert" className="text-12 text-failed-text">
          {reveal.error.message}
        </span>
      ) : null}
    </span>
  );
}
