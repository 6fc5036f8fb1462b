"use client";
import type { NewApiKey } from "@heddle/contract";
import { useMutation } from "@tanstack/react-query";
import type { TRPCClientErrorLike } from "@trpc/client";
import { type FormEvent, useState } from "react";
import type { AppRouter } from "@/trpc/root";
import { Instant } from "../time/instant";
import { useNow } from "../time/time-provider";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { fieldError, formError } from "../ui/form-error";
import { Field } from "../ui/input";
import { QueryError } from "../ui/query-error";
import { Segmented } from "../ui/segmented";
import { EXPIRIES, type Expiry, expiryAt } from "./key-expiry";
import { KeyMade } from "./key-made";
import { type Scope, ScopeField } from "./key-scopes";

export interface KeyInput {
  name: string;
  scopes: Scope[];
  expiresAt: string | null;
}

interface KeyDialogProps {
  create: (input: KeyInput) => Promise<NewApiKey>;
  /** For keys of an organisation: a project of it. Null for keys of a project. */
  project: string | null;
  onClose: () => void;
}

/** Asks for a name, rights and an end, then shows the new key this once. */
export function KeyDialog({ create, project, onClose }: KeyDialogProps) {
  const now = useNow("minute");
  const [scopes, setScopes] = useState<Scope[]>(["ingest"]);
  const [expiry, setExpiry] = useState<Expiry>("365");
  const [date, setDate] = useState("");
  const expiresAt = expiryAt(expiry, date, now);
  const making = useMutation<NewApiKey, TRPCClientErrorLike<AppRouter>, KeyInput>({ mutationFn: create });

  if (making.data) {
    return (
      <Dialog
        open
        onOpenChange={onClose}
        title={`Key “${making.data.name}”`}
        description="Copy it now: it is not shown again. Keep it like a password."
      >
        <KeyMade made={making.data} project={project} onClose={onClose} />
      </Dialog>
    );
  }

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name") ?? "").trim();
    if (expiresAt !== undefined) making.mutate({ name, scopes, expiresAt });
  };
  const other = formError(making.error, ["/name", "/expiresAt"]);
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
          error={fieldError(making.error, "/name")}
        />
        <ScopeField of={project === null ? "project" : "organization"} value={scopes} onChange={setScopes} />
        <div>
          <p className="mb-1 text-12 font-medium">Ends</p>
          <Segmented label="Ends" value={expiry} options={EXPIRIES} onChange={setExpiry} />
          {expiry === "date" ? (
            <Field
              label="Last day"
              type="date"
              required
              min={new Date(now).toISOString().slice(0, 10)}
              value={date}
              onChange={({ target }) => setDate(target.value)}
              className="mt-2"
            />
          ) : null}
          <p className="mt-1 text-12 text-ink-3">
            {fieldError(making.error, "/expiresAt") ??
              (expiresAt === null ? (
                "Only for what nobody will look after: a forgotten key stays open."
              ) : expiresAt === undefined ? null : (
                <>
                  Refused from <Instant at={expiresAt} /> on. Create its successor before that.
                </>
              ))}
          </p>
        </div>
        {other ? (
          <QueryError
            title="The key was not created"
            query={{ error: other }}
            onRetry={() => making.reset()}
          />
        ) : null}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            variant="primary"
            disabled={making.isPending || scopes.length === 0 || expiresAt === undefined}
          >
            {making.isPending ? "Creating…" : "Create key"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
