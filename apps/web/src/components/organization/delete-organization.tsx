"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { formatExact } from "@/format/instant";
import { useTRPC } from "@/trpc/client";
import { useOrganization } from "../shell/organization-context";
import { useTime } from "../time/time-provider";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/input";
import { QueryError } from "../ui/query-error";

/** The toast stays long enough to be read to its end. */
const SHOWN_MS = 10_000;

/** Asks for the organisation's name, closes it, and leads to where it can be restored. */
export function DeleteOrganization({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  const { slug: org, name, projects } = useOrganization();
  const { zone } = useTime();
  const [typed, setTyped] = useState("");
  const remove = useMutation(
    trpc.organizations.remove.mutationOptions({
      onSuccess: async ({ restorableUntil }) => {
        toast.success(`“${name}” is deleted`, {
          description: `Its owners can restore it here until ${formatExact(restorableUntil, zone)}.`,
          duration: SHOWN_MS,
        });
        router.push("/account/organizations");
        await client.invalidateQueries(trpc.organizations.list.queryFilter());
        await client.invalidateQueries(trpc.projects.list.queryFilter());
      },
    }),
  );
  const same = typed.trim() === name.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (same) remove.mutate({ org });
  };
  const busy = remove.isPending || remove.isSuccess;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Delete “${name}”?`}
      description={
        <>
          At once {projects === 1 ? "its project closes" : `all its ${projects} projects close`} for
          everybody: pages, API keys and alerts; pipelines go on unrecorded. For seven days its owners can
          restore it as it is; after that everything in it is gone for good.
        </>
      }
    >
      <form onSubmit={submit} className="mt-4 flex flex-col gap-4">
        <Field
          label={`Type the organisation’s name to confirm: ${name}`}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        {remove.error ? (
          <QueryError
            title="The organisation was not deleted"
            query={remove}
            onRetry={() => remove.reset()}
          />
        ) : null}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="danger" disabled={busy || !same}>
            {busy ? "Deleting…" : "Delete organisation"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
