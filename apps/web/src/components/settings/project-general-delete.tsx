"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { formatInstant } from "@/format/instant";
import { useTRPC } from "@/trpc/client";
import { useRestoreProject } from "../projects/use-restore-project";
import { useShell } from "../shell/shell-context";
import { Instant } from "../time/instant";
import { useNow, useTime } from "../time/time-provider";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/input";
import { QueryError } from "../ui/query-error";

/** The toast stays long enough to think again. */
const UNDO_MS = 20_000;
const RESTORABLE_MS = 7 * 24 * 60 * 60 * 1000;

/** Asks for the project's name, closes it, and offers to undo that. */
export function DeleteProject({ name, onClose }: { name: string; onClose: () => void }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  const { org, project, organizationRole } = useShell();
  const { zone } = useTime();
  const now = useNow("minute");
  const [typed, setTyped] = useState("");
  const restore = useRestoreProject(org);
  const mayRestore = organizationRole === "owner" || organizationRole === "admin";
  const remove = useMutation(
    trpc.projects.remove.mutationOptions({
      onSuccess: async ({ id, restorableUntil }) => {
        const until = formatInstant(restorableUntil, now, zone);
        toast.success(`“${name}” is deleted`, {
          description: mayRestore ? `It can be restored until ${until}.` : undefined,
          duration: UNDO_MS,
          ...(mayRestore ? { action: { label: "Undo", onClick: () => restore.mutate({ org, id }) } } : {}),
        });
        router.push(organizationRole ? `/${org}/settings/projects` : "/");
        await client.invalidateQueries(trpc.projects.overview.queryFilter({ org }));
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() === name.trim()) remove.mutate({ org, project });
  };
  const busy = remove.isPending || remove.isSuccess;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Delete project “${name}”?`}
      description={
        <>
          At once its pages close, its API keys are refused, running pipelines go on unrecorded, and no alert
          is sent any more. Until <Instant at={new Date(now + RESTORABLE_MS).toISOString()} /> an owner or
          admin of the organisation can restore it as it is; after that all of its runs are gone for good.
        </>
      }
    >
      <form onSubmit={submit} className="mt-4 flex flex-col gap-4">
        <Field
          label={`Type the project’s name to confirm: ${name}`}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        {remove.error ? (
          <QueryError title="The project was not deleted" query={remove} onRetry={() => remove.reset()} />
        ) : null}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="danger" disabled={busy || typed.trim() !== name.trim()}>
            {busy ? "Deleting…" : "Delete project"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
