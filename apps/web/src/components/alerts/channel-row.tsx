"use client";
import type { Channel } from "@heddle/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { useTRPC } from "@/trpc/client";
import { useShell } from "../shell/shell-context";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/dialog";
import { Pill } from "../ui/pill";
import { CHANNEL_KINDS } from "./channel-kinds";
import { ChannelSecret } from "./channel-secret";
import { ChannelTest } from "./channel-test";

/** One channel: its state, a test, a switch, and the way to remove it. */
export function ChannelRow({ channel, mayEdit }: { channel: Channel; mayEdit: boolean }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { org, project } = useShell();
  const [removing, setRemoving] = useState(false);
  const { id, kind, name, hint, enabled } = channel;
  const refresh = () => client.invalidateQueries(trpc.channels.list.queryFilter({ org, project }));
  const update = useMutation(
    trpc.channels.update.mutationOptions({
      onSuccess: refresh,
      onError: (error) => toast.error("The channel was not changed", { description: error.message }),
    }),
  );
  const remove = useMutation(
    trpc.channels.remove.mutationOptions({
      onSuccess: async () => {
        toast.success(`Channel “${name}” is removed`);
        await refresh();
      },
      onError: (error) => toast.error("The channel was not removed", { description: error.message }),
    }),
  );
  return (
    <li
      aria-label={name}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-(--gutter) py-2.5"
    >
      <div className="min-w-40 flex-1">
        <p className="flex items-center gap-2">
          <span title={name} className="truncate font-medium">
            {name}
          </span>
          {enabled ? <Pill tone="success">on</Pill> : <Pill>off</Pill>}
        </p>
        <p className="truncate text-12 text-ink-3">
          {CHANNEL_KINDS[kind].label}, {hint}
        </p>
      </div>
      {mayEdit ? (
        <>
          <ChannelTest id={id} name={name} />
          {kind === "webhook" ? <ChannelSecret id={id} name={name} /> : null}
          <div className="flex gap-2">
            <Button
              size="sm"
              disabled={update.isPending}
              aria-label={`${enabled ? "Turn off" : "Turn on"} ${name}`}
              onClick={() => update.mutate({ org, project, id, enabled: !enabled })}
            >
              {enabled ? "Turn off" : "Turn on"}
            </Button>
            <Button size="sm" aria-label={`Remove ${name}`} onClick={() => setRemoving(true)}>
              Remove
            </Button>
          </div>
        </>
      ) : null}
      <ConfirmDialog
        open={removing}
        onOpenChange={setRemoving}
        title={`Remove channel “${name}”?`}
        description="Runs that fail are no longer told there. What was delivered stays in the list of deliveries."
        action="Remove channel"
        pending={remove.isPending}
        onConfirm={() => remove.mutate({ org, project, id })}
      />
    </li>
  );
}
