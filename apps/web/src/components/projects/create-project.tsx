"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { useTRPC } from "@/trpc/client";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { fieldError, formError } from "../ui/form-error";
import { Field } from "../ui/input";
import { QueryError } from "../ui/query-error";
import { TextArea } from "../ui/text-area";

const FIELDS = ["/name", "/slug", "/description"];

/** Asks what a new project is called, then leads to it, where setting up goes on. */
export function CreateProject({ org, onClose }: { org: string; onClose: () => void }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  const create = useMutation(
    trpc.projects.create.mutationOptions({
      onSuccess: async ({ slug }) => {
        await client.invalidateQueries(trpc.projects.pathFilter());
        router.push(`/${org}/${slug}`);
      },
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    create.mutate({
      org,
      name: text("name"),
      slug: text("slug") || undefined,
      description: text("description"),
    });
  };
  const busy = create.isPending || create.isSuccess;
  const other = formError(create.error, FIELDS);
  return (
    <Dialog open onOpenChange={onClose} title="New project">
      <form onSubmit={submit} className="mt-3 flex flex-col gap-4">
        <Field
          label="Name"
          name="name"
          required
          maxLength={100}
          autoComplete="off"
          placeholder="Growth features"
          error={fieldError(create.error, "/name")}
        />
        <Field
          label="Address (optional)"
          name="slug"
          maxLength={63}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder="growth-features"
          hint="Names the project in the addresses of its pages. If empty, it is derived from the name."
          error={fieldError(create.error, "/slug")}
        />
        <TextArea
          label="Description (optional)"
          name="description"
          maxLength={2000}
          rows={2}
          error={fieldError(create.error, "/description")}
        />
        {other ? (
          <QueryError
            title="The project was not created"
            query={{ error: other }}
            onRetry={() => create.reset()}
          />
        ) : null}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" disabled={busy}>
            {busy ? "Creating…" : "Create project"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
