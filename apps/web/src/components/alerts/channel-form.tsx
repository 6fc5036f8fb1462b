"use client";
import type { ChannelKind } from "@heddle/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useShell } from "../shell/shell-context";
import { Button } from "../ui/button";
import { fieldError, formError } from "../ui/form-error";
import { Field } from "../ui/input";
import { QueryError } from "../ui/query-error";
import { Segmented } from "../ui/segmented";
import { CHANNEL_KINDS } from "./channel-kinds";

const KINDS = (["slack", "webhook"] as const).map((value) => ({ value, label: CHANNEL_KINDS[value].label }));

/** Adds a channel: Slack by the address of its incoming webhook, or any address that takes signed JSON. */
export function ChannelForm({ onAdded }: { onAdded?: () => void }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { org, project } = useShell();
  const [kind, setKind] = useState<ChannelKind>("slack");
  const words = CHANNEL_KINDS[kind];
  const create = useMutation(
    trpc.channels.create.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries(trpc.channels.list.queryFilter({ org, project }));
        onAdded?.();
      },
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    create.mutate({ org, project, kind, url: text("url"), name: text("name") });
  };
  const other = formError(create.error, ["/url", "/name"]);
  return (
    <form onSubmit={submit} className="flex max-w-160 flex-col gap-4 px-(--gutter)">
      <div>
        <Segmented label="Kind of channel" value={kind} options={KINDS} onChange={setKind} />
        <p className="mt-1.5 text-12 text-ink-2">{words.intro}</p>
      </div>
      <Field
        label="Webhook URL"
        name="url"
        type="url"
        required
        autoComplete="off"
        spellCheck={false}
        placeholder={words.placeholder}
        hint={words.hint}
        error={fieldError(create.error, "/url")}
      />
      <Field
        label="Name"
        name="name"
        required
        maxLength={100}
        autoComplete="off"
        placeholder={words.example}
        hint="What you call the channel here."
        error={fieldError(create.error, "/name")}
      />
      {other ? (
        <QueryError
          title="The channel was not added"
          query={{ error: other }}
          onRetry={() => create.reset()}
        />
      ) : null}
      <div>
        <Button type="submit" variant="primary" disabled={create.isPending}>
          {create.isPending ? "Adding…" : "Add channel"}
        </Button>
      </div>
    </form>
  );
}
