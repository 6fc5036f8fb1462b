"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useTRPC } from "@/trpc/client";
import { useShell } from "../shell/shell-context";
import { Button } from "../ui/button";
import { fieldError, formError } from "../ui/form-error";
import { Field } from "../ui/input";
import { PageSection } from "../ui/page-section";
import { QueryError } from "../ui/query-error";
import { TextArea } from "../ui/text-area";

interface Fields {
  name: string;
  slug: string;
  description: string;
}

const MOVES =
  "Links to this project’s pages change, and old ones lead nowhere. Keys of the organisation name the project by its address: change HEDDLE_PROJECT where it is set. Keys of the project go on working.";

/** Name, description and address. */
export function ProjectForm({ project: saved }: { project: Fields }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  const { org, project } = useShell();
  const [draft, setDraft] = useState<Partial<Fields>>({});
  const { name, slug, description } = { ...saved, ...draft };
  const changed = name !== saved.name || slug !== saved.slug || description !== saved.description;
  const update = useMutation(
    trpc.projects.update.mutationOptions({
      onSuccess: async (updated) => {
        toast.success("The project is saved");
        if (updated.slug !== project) return router.replace(`/${org}/${updated.slug}/settings`);
        await client.invalidateQueries(trpc.projects.pathFilter());
        setDraft({});
      },
    }),
  );
  const set = (field: keyof Fields) => (event: { target: { value: string } }) =>
    setDraft((now) => ({ ...now, [field]: event.target.value }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    update.mutate({ org, project, name, slug, description });
  };
  const other = formError(update.error, ["/name", "/slug", "/description"]);
  return (
    <PageSection title="General">
      <form onSubmit={submit} className="flex max-w-160 flex-col gap-4 px-(--gutter)">
        <Field
          label="Name"
          required
          maxLength={100}
          autoComplete="off"
          value={name}
          onChange={set("name")}
          error={fieldError(update.error, "/name")}
        />
        <TextArea
          label="Description"
          maxLength={2000}
          rows={3}
          value={description}
          onChange={set("description")}
          placeholder="What runs here, and whom to ask."
          error={fieldError(update.error, "/description")}
        />
        <Field
          label="Address"
          required
          maxLength={63}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={slug}
          onChange={set("slug")}
          hint={slug === saved.slug ? `/${org}/${slug}` : MOVES}
          error={fieldError(update.error, "/slug")}
        />
        {other ? (
          <QueryError
            title="The project was not saved"
            query={{ error: other }}
            onRetry={() => update.reset()}
          />
        ) : null}
        <div className="flex gap-2">
          <Button type="submit" variant="primary" disabled={!changed || update.isPending}>
            {update.isPending ? "Saving…" : "Save"}
          </Button>
          {changed ? (
            <Button
              onClick={() => {
                setDraft({});
                update.reset();
              }}
            >
              Cancel
            </Button>
          ) : null}
        </div>
      </form>
    </PageSection>
  );
}
