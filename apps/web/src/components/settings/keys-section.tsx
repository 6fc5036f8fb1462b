"use client";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { useTRPC } from "@/trpc/client";
import { useShell } from "../shell/shell-context";
import { Ago, Instant } from "../time/instant";
import { Button } from "../ui/button";
import { type Column, DataTable } from "../ui/data-table";
import { ConfirmDialog } from "../ui/dialog";
import { EmptyState } from "../ui/empty-state";
import { PageSection } from "../ui/page-section";
import { Pill } from "../ui/pill";
import { KeyDialog } from "./key-dialog";

interface Key {
  id: string;
  name: string;
  prefix: string;
  scopes: ("ingest" | "read" | "admin")[];
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

const RIGHTS = { ingest: "send runs", read: "read runs", admin: "manage" };

const COLUMNS: readonly Column<Key>[] = [
  {
    key: "name",
    head: "Name",
    cell: ({ name }) => (
      <span title={name} className="block truncate font-medium">
        {name}
      </span>
    ),
  },
  {
    key: "prefix",
    head: "Key",
    className: "desk:w-36",
    cell: ({ prefix }) => <code className="text-ink-2">{prefix}…</code>,
  },
  {
    key: "scopes",
    head: "May",
    className: "desk:w-40",
    cell: ({ scopes }) => <span className="text-ink-2">{scopes.map((each) => RIGHTS[each]).join(", ")}</span>,
  },
  {
    key: "created",
    head: "Created",
    className: "desk:w-28",
    cell: ({ createdAt }) => <Instant at={createdAt} />,
  },
  {
    key: "used",
    head: "Last used",
    className: "desk:w-28",
    cell: ({ lastUsedAt }) =>
      lastUsedAt ? <Ago at={lastUsedAt} /> : <span className="text-ink-3">never</span>,
  },
];

/** The project's API keys: make, see when they were last used, revoke. */
export function KeysSection() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { org, project, role } = useShell();
  const mayManage = role === "owner" || role === "admin";
  const { data: keys } = useSuspenseQuery(trpc.keys.list.queryOptions({ org, project }));
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<Key | null>(null);
  const revoke = useMutation(
    trpc.keys.revoke.mutationOptions({
      onSuccess: async ({ name }) => {
        setRevoking(null);
        toast.success(`Key “${name}” is revoked`);
        await client.invalidateQueries(trpc.keys.list.queryFilter({ org, project }));
      },
      onError: (error) => toast.error("The key was not revoked", { description: error.message }),
    }),
  );

  const end: Column<Key> = {
    key: "revoke",
    head: "State",
    className: "desk:w-28 desk:text-right",
    cell: (key) =>
      key.revokedAt ? (
        <Pill>
          revoked <Instant at={key.revokedAt} />
        </Pill>
      ) : mayManage ? (
        <Button size="sm" aria-label={`Revoke key ${key.name}`} onClick={() => setRevoking(key)}>
          Revoke
        </Button>
      ) : (
        <Pill tone="success">active</Pill>
      ),
  };

  return (
    <PageSection
      title="API keys"
      intro="A key lets pipelines send runs to this project. The key itself is shown once, when it is made; what is kept is a hash."
      action={
        mayManage ? (
          <Button variant="primary" onClick={() => setCreating(true)}>
            Create key
          </Button>
        ) : null
      }
    >
      {keys.length > 0 ? (
        <DataTable label="API keys" columns={[...COLUMNS, end]} rows={keys} rowKey={({ id }) => id} />
      ) : (
        <div className="px-(--gutter)">
          <EmptyState title="No key yet">
            {mayManage
              ? "Make one, and put it into HEDDLE_API_KEY where your pipeline runs."
              : "An owner or an admin of the organisation can make one."}
          </EmptyState>
        </div>
      )}
      {creating ? <KeyDialog onClose={() => setCreating(false)} /> : null}
      <ConfirmDialog
        open={revoking !== null}
        onOpenChange={(open) => !open && setRevoking(null)}
        title={`Revoke key “${revoking?.name ?? ""}”?`}
        description="Pipelines that use it can no longer send runs; they go on without being recorded. This cannot be undone."
        action="Revoke key"
        pending={revoke.isPending}
        onConfirm={() => revoking && revoke.mutate({ org, project, id: revoking.id })}
      />
    </PageSection>
  );
}
