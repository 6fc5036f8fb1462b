"use client";
import { slugOf } from "@heddle/core/slug-of";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/trpc/client";
import { Button, buttonClass } from "../ui/button";
import { fieldError, formError } from "../ui/form-error";
import { Field } from "../ui/input";
import { QueryError } from "../ui/query-error";

/** The first project of a new organisation. */
export function FirstProject({ organization }: { organization: { slug: string; name: string } }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  const org = organization.slug;
  const [name, setName] = useState("");
  const create = useMutation(
    trpc.projects.create.mutationOptions({
      onSuccess: async ({ slug }) => {
        router.push(`/${org}/${slug}/setup`);
        await client.invalidateQueries(trpc.projects.list.queryFilter());
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ org, name });
  };
  const busy = create.isPending || create.isSuccess;
  const other = formError(create.error, ["/name"]);
  return (
    <>
      <h1 className="text-20 font-semibold tracking-[-0.012em] break-words">
        First project of {organization.name}
      </h1>
      <p className="mb-5 text-ink-2">
        Pipelines send their runs to a project. Each has its own API keys and alerts; you can create more
        later.
      </p>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <Field
          label="Project"
          name="name"
          required
          autoFocus
          maxLength={100}
          autoComplete="off"
          placeholder="Growth features"
          value={name}
          onChange={({ target }) => setName(target.value)}
          hint={`/${org}/${name.trim() === "" ? "growth-features" : slugOf(name, "project")}`}
          error={fieldError(create.error, "/name")}
        />
        {other ? (
          <QueryError title="The project was not created" query={{ error: other }} onRetry={create.reset} />
        ) : null}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" size="lg" disabled={busy || name.trim() === ""}>
            {busy ? "Creating…" : "Create project"}
          </Button>
          <Link href={`/${org}/settings`} className={buttonClass({ variant: "quiet", size: "lg" })}>
            Later
          </Link>
        </div>
      </form>
    </>
  );
}
