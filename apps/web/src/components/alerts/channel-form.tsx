"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useTRPC } from "@/trpc/client";
import { useShell } from "../shell/shell-context";
import { Button } from "../ui/button";
import { fieldError, formError } from "../ui/form-error";
import { Field } from "../ui/input";
import { QueryError } from "../ui/query-error";

/** Adds a Slack channel by the address of its incoming webhook. */
export function ChannelForm({ onAdded }: { onAdded?: () => void }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { org, project } = useShell();
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
    create.mutate({ org, project, url: text("url"), name: text("name") });
  };
  const other = formError(create.error, ["/url", "/name"]);
  return (
    <form onSubmit={submit} className="flex max-w-160 flex-col gap-4 px-(--gutter)">
      <Field
        label="Webhook URL"
        name="url"
        type="url"
        required
        autoComplete="off"
        spellCheck={false}
        placeholder="https://hooks.slack.com/services/…"
        hint="In Slack: Apps, Incoming Webhooks, Add to Slack, choose the channel, copy the URL. It is kept encrypted and never shown again."
        error={fieldError(create.error, "/url")}
      />
      <Field
        label="Name"
        name="name"
        required
        maxLength={100}
        autoComplete="off"
        placeholder="#data-alerts"
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
