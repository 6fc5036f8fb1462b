"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useTRPC } from "@/trpc/client";
import { useOrganization } from "../shell/organization-context";
import { Button } from "../ui/button";
import { fieldError, formError } from "../ui/form-error";
import { Field } from "../ui/input";
import { PageSection } from "../ui/page-section";
import { QueryError } from "../ui/query-error";

const MOVES =
  "Links to all pages of all projects change, also those in messages that were sent; old ones lead nowhere. API keys go on working.";

/** Name and address. */
export function OrganizationForm() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  const saved = useOrganization();
  const [draft, setDraft] = useState<{ name?: string; slug?: string }>({});
  const { name, slug } = { name: saved.name, slug: saved.slug, ...draft };
  const changed = name !== saved.name || slug !== saved.slug;
  const update = useMutation(
    trpc.organizations.update.mutationOptions({
      onSuccess: async (updated) => {
        toast.success("The organisation is saved");
        if (updated.slug !== saved.slug) return router.replace(`/${updated.slug}/settings`);
        await Promise.all([
          client.invalidateQueries(trpc.organizations.pathFilter()),
          client.invalidateQueries(trpc.projects.list.queryFilter()),
        ]);
        setDraft({});
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    update.mutate({ org: saved.slug, name, slug });
  };
  const other = formError(update.error, ["/name", "/slug"]);
  return (
    <PageSection title="General">
      <form onSubmit={submit} className="flex max-w-160 flex-col gap-4 px-(--gutter)">
        <Field
          label="Name"
          required
          maxLength={100}
          autoComplete="off"
          value={name}
          onChange={({ target }) => setDraft((now) => ({ ...now, name: target.value }))}
          error={fieldError(update.error, "/name")}
        />
        <Field
          label="Address"
          required
          maxLength={63}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={slug}
          onChange={({ target }) => setDraft((now) => ({ ...now, slug: target.value }))}
          hint={slug === saved.slug ? `/${slug}` : MOVES}
          error={fieldError(update.error, "/slug")}
        />
        {other ? (
          <QueryError
            title="The organisation was not saved"
            query={{ error: other }}
            onRetry={update.reset}
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
