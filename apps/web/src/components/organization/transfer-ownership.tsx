"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useTRPC } from "@/trpc/client";
import { useOrganization } from "../shell/organization-context";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { EmptyState } from "../ui/empty-state";
import { QueryError } from "../ui/query-error";
import { SelectField } from "../ui/select-field";
import { Skeleton } from "../ui/skeleton";

/** Asks who shall own the organisation in one's place. */
export function TransferOwnership({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { slug: org, name } = useOrganization();
  const [userId, setUserId] = useState("");
  const list = useQuery(trpc.members.list.queryOptions({ org }));
  const others = list.data?.members.filter(({ you }) => !you) ?? [];
  const transfer = useMutation(
    trpc.organizations.transfer.mutationOptions({
      onSuccess: async () => {
        const successor = others.find((each) => each.userId === userId);
        toast.success(`${successor?.name ?? "Somebody else"} owns ${name} now; you are an admin`);
        onClose();
        await Promise.all([
          client.invalidateQueries(trpc.organizations.pathFilter()),
          client.invalidateQueries(trpc.members.pathFilter()),
          client.invalidateQueries(trpc.projects.list.queryFilter()),
        ]);
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (userId !== "") transfer.mutate({ org, userId });
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Transfer ownership"
      description={`Somebody else becomes an owner of ${name} in your place, and you an admin, at once. Only they can undo it.`}
    >
      <form onSubmit={submit} className="mt-4 flex flex-col gap-4">
        {list.isPending ? <Skeleton className="h-9! w-full" /> : null}
        {list.error ? (
          <QueryError title="The members did not load" query={list} onRetry={() => void list.refetch()} />
        ) : null}
        {list.data && others.length === 0 ? (
          <EmptyState title="You are the only member">Invite somebody to the organisation first.</EmptyState>
        ) : null}
        {others.length > 0 ? (
          <SelectField
            label="New owner"
            required
            value={userId}
            onChange={({ target }) => setUserId(target.value)}
          >
            <option value="">Choose a member</option>
            {others.map((each) => (
              <option key={each.userId} value={each.userId}>
                {each.name}, {each.email}
              </option>
            ))}
          </SelectField>
        ) : null}
        {transfer.error ? (
          <QueryError title="The ownership was not transferred" query={transfer} onRetry={transfer.reset} />
        ) : null}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="danger" disabled={userId === "" || transfer.isPending}>
            {transfer.isPending ? "Transferring…" : "Transfer ownership"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
