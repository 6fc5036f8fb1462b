"use client";
import { slugOf } from "@heddle/core/slug-of";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/trpc/client";
import { Button } from "../ui/button";
import { fieldError, formError } from "../ui/form-error";
import { Field } from "../ui/input";
import { QueryError } from "../ui/query-error";

interface OrganizationStepProps {
  onMade: (organization: { slug: string; name: string }) => void;
}

/** Name and address; the address follows the name until somebody changes it. */
export function OrganizationStep({ onMade }: OrganizationStepProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const suggested = name.trim() === "" ? "" : slugOf(name, "organization");
  const create = useMutation(
    trpc.organizations.create.mutationOptions({
      onSuccess: async ({ slug }) => {
        await client.invalidateQueries(trpc.organizations.list.queryFilter());
        onMade({ slug, name: name.trim() });
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ name, slug: chosen?.trim() || undefined });
  };
  const other = formError(create.error, ["/name", "/slug"]);
  return (
    <>
      <h1 className="text-20 font-semibold tracking-[-0.012em]">New organisation</h1>
      <p className="mb-5 text-ink-2">
        Where your team is: its people, and projects whose runs they see. You are its owner.
      </p>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <Field
          label="Name"
          name="name"
          required
          autoFocus
          maxLength={100}
          autoComplete="organization"
          placeholder="Kestrel Travel"
          value={name}
          onChange={({ target }) => setName(target.value)}
          error={fieldError(create.error, "/name")}
        />
        <Field
          label="Address"
          name="slug"
          maxLength={63}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder="kestrel-travel"
          value={chosen ?? suggested}
          onChange={({ target }) => setChosen(target.value)}
          hint={
            chosen === null
              ? "Begins the addresses of all its pages. Where it is taken, it gets a number."
              : "Begins the addresses of all its pages: a-z, 0-9, and - inside."
          }
          error={fieldError(create.error, "/slug")}
        />
        {other ? (
          <QueryError
            title="The organisation was not created"
            query={{ error: other }}
            onRetry={create.reset}
          />
        ) : null}
        <div>
          <Button type="submit" variant="primary" size="lg" disabled={create.isPending || name.trim() === ""}>
            {create.isPending ? "Creating…" : "Create organisation"}
          </Button>
        </div>
      </form>
    </>
  );
}
