"use client";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useTRPC } from "@/trpc/client";
import { Button } from "../ui/button";
import { fieldError, formError } from "../ui/form-error";
import { Field } from "../ui/input";
import { PageSection } from "../ui/page-section";
import { QueryError } from "../ui/query-error";
import { useAccount } from "./use-account";
import { useAccountChanged } from "./use-account-changed";

/** What others see of the person. */
export function NameSection() {
  const trpc = useTRPC();
  const account = useAccount();
  const changed = useAccountChanged();
  const [name, setName] = useState(account.name);
  const update = useMutation(
    trpc.account.update.mutationOptions({
      onSuccess: async (saved) => {
        setName(saved.name);
        await changed();
        toast.success("Your name is saved");
      },
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    update.mutate({ name });
  };
  const other = formError(update.error, ["/name"]);
  return (
    <PageSection title="Name" intro="How others see you: among the members, and in the audit log.">
      <form onSubmit={submit} className="flex max-w-100 flex-col gap-3 px-(--gutter)">
        {other ? (
          <QueryError title="The name was not saved" query={{ error: other }} onRetry={update.reset} />
        ) : null}
        <Field
          label="Your name"
          name="name"
          autoComplete="name"
          required
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={fieldError(update.error, "/name")}
        />
        <div>
          <Button
            type="submit"
            disabled={update.isPending || name.trim() === account.name || name.trim() === ""}
          >
            {update.isPending ? "Saving…" : "Save name"}
          </Button>
        </div>
      </form>
    </PageSection>
  );
}
