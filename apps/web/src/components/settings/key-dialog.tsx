"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/trpc/client";
import { CopyLine } from "../setup/step";
import { useShell } from "../shell/shell-context";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { fieldError, formError } from "../ui/form-error";
import { Field } from "../ui/input";
import { QueryError } from "../ui/query-error";

const SCOPES = [
  { value: "ingest", label: "Send runs", hint: "what a pipeline needs" },
  { value: "read", label: "Read runs", hint: "for scripts that use the API" },
] as const;

type Scope = (typeof SCOPES)[number]["value"];

/** Asks for a name and rights, then shows the new key this once. */
export function KeyDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { org, project } = useShell();
  const [scopes, setScopes] = useState<readonly Scope[]>(["ingest"]);
  const create = useMutation(
    trpc.keys.create.mutationOptions({
      onSuccess: () => client.invalidateQueries(trpc.keys.list.queryFilter({ org, project })),
    }),
  );

  if (create.data) {
    return (
      <Dialog
        open
        onOpenChange={onClose}
        title={`Key “${create.data.name}”`}
        description="Copy it now: it is not shown again. Keep it like a password."
      >
        <CopyLine text={create.data.key} what="API key" />
        <div className="mt-4 flex justify-end">
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        </div>
      </Dialog>
    );
  }

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name") ?? "").trim();
    create.mutate({ org, project, name, scopes: [...scopes] });
  };
  const other = formError(create.error, ["/name"]);
  return (
    <Dialog open onOpenChange={onClose} title="Create an API key">
      <form onSubmit={submit} className="mt-3 flex flex-col gap-4">
        <Field
          label="Name"
          name="name"
          required
          maxLength={100}
          autoComplete="off"
          placeholder="Nightly on the cluster"
          hint="Where it is used, so that you know which one to revoke."
          error={fieldError(create.error, "/name")}
        />
        <fieldset>
          <legend className="mb-1 text-12 font-medium">May</legend>
          {SCOPES.map(({ value, label, hint }) => (
            <label key={value} className="flex h-8 items-center gap-2">
              <input
                type="checkbox"
                className="size-3.5 accent-accent"
                checked={scopes.includes(value)}
                onChange={({ target }) =>
                  setScopes((now) =>
                    target.checked ? [...now, value] : now.filter((each) => each !== value),
                  )
                }
              />
              {label} <span className="text-12 text-ink-3">{hint}</span>
            </label>
          ))}
        </fieldset>
        {other ? (
          <QueryError title="The key was not made" query={{ error: other }} onRetry={() => create.reset()} />
        ) : null}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" disabled={create.isPending || scopes.length === 0}>
            {create.isPending ? "Creating…" : "Create key"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
