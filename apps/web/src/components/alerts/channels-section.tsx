"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useShell } from "../shell/shell-context";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { PageSection } from "../ui/page-section";
import { ChannelForm } from "./channel-form";
import { ChannelRow } from "./channel-row";

/** Where a failed run is told. The form is open while there is no channel yet. */
export function ChannelsSection() {
  const trpc = useTRPC();
  const { org, project, role } = useShell();
  const { data } = useSuspenseQuery(trpc.channels.list.queryOptions({ org, project }));
  const [adding, setAdding] = useState(false);
  const mayEdit = role !== "viewer";
  const none = data.channels.length === 0;
  return (
    <PageSection
      title="Channels"
      intro="When a run fails, a message says which pipeline and node, the error, since when and what changed, and leads to the run. Nothing is sent about failures that are muted."
      action={
        mayEdit && !none ? (
          <Button onClick={() => setAdding((now) => !now)} aria-expanded={adding}>
            {adding ? "Cancel" : "Add a channel"}
          </Button>
        ) : null
      }
    >
      {none && !mayEdit ? (
        <div className="px-(--gutter)">
          <EmptyState title="No channel yet">Members of the organisation can add one.</EmptyState>
        </div>
      ) : null}
      {mayEdit && (none || adding) ? (
        <div className="pb-4">
          <ChannelForm onAdded={() => setAdding(false)} />
        </div>
      ) : null}
      {none ? null : (
        <ul aria-label="Channels">
          {data.channels.map((channel) => (
            <ChannelRow key={channel.id} channel={channel} mayEdit={mayEdit} />
          ))}
        </ul>
      )}
    </PageSection>
  );
}
