"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { toast } from "sonner";
import { useTRPC } from "@/trpc/client";
import { useShell } from "../shell/shell-context";
import { useViewer } from "../shell/viewer-context";
import { Button } from "../ui/button";
import { cn } from "../ui/cn";
import { Dialog } from "../ui/dialog";
import { inputClass } from "../ui/input";
import { QueryError } from "../ui/query-error";

/** Asks which organisation gets the project, and follows it there. */
export function TransferProject({ name, onClose }: { name: string; onClose: () => void }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  const { org, project } = useShell();
  const { organizations } = useViewer();
  const targets = organizations.filter(
    ({ slug, role, deletedAt }) =>
      slug !== org && deletedAt === null && (role === "owner" || role === "admin"),
  );
  const [to, setTo] = useState(targets[0]?.slug ?? "");
  const id = useId();
  const transfer = useMutation(
    trpc.projects.transfer.mutationOptions({
      onSuccess: async (moved) => {
        const target = targets.find(({ slug }) => slug === moved.org);
        toast.success(`“${name}” now belongs to ${target?.name ?? moved.org}`);
        router.push(`/${moved.org}/${moved.project}/settings`);
        await client.invalidateQueries(trpc.projects.list.queryFilter());
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    transfer.mutate({ org, project, to });
  };
  const busy = transfer.isPending || transfer.isSuccess;
  if (targets.length === 0) {
    return (
      <Dialog
        open
        onOpenChange={onClose}
        title="There is nowhere to transfer it to"
        description="You are owner or admin of no other organisation. Ask one of its owners to make you an admin there first."
      >
        <div className="mt-4 flex justify-end">
          <Button onClick={onClose}>Close</Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Transfer “${name}”`}
      description="Runs, API keys, alert channels and people who were added to the project go with it. Members of this organisation lose access, open invitations to the project end, and its pages’ addresses change."
    >
      <form onSubmit={submit} className="mt-4 flex flex-col gap-4">
        <div>
          <label htmlFor={id} className="mb-1 block text-12 font-medium">
            To the organisation
          </label>
          <select
            id={id}
            value={to}
            onChange={({ target }) => setTo(target.value)}
            className={cn(inputClass, "h-9")}
          >
            {targets.map((target) => (
              <option key={target.slug} value={target.slug}>
                {target.name}
              </option>
            ))}
          </select>
        </div>
        {transfer.error ? (
          <QueryError title="The project stays here" query={transfer} onRetry={() => transfer.reset()} />
        ) : null}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="danger" disabled={busy}>
            {busy ? "Transferring…" : "Transfer project"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
