"use client";
import type { ApiKey, NewApiKey } from "@heddle/contract";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { useNow } from "../time/time-provider";
import { Button } from "../ui/button";
import { type Column, DataTable } from "../ui/data-table";
import { ConfirmDialog } from "../ui/dialog";
import { EmptyState } from "../ui/empty-state";
import { PageSection } from "../ui/page-section";
import { KEY_COLUMNS } from "./key-columns";
import { KeyDialog, type KeyInput } from "./key-dialog";
import { keyState } from "./key-state";

/** Keeps the columns of both tables in line. */
const NO_ACTION: Column<ApiKey> = { key: "revoke", head: "", className: "desk:w-24", cell: () => null };

interface KeysSectionProps {
  intro: string;
  keys: readonly ApiKey[];
  mayManage: boolean;
  /** For keys of an organisation: a project of it. Null for keys of a project. */
  project: string | null;
  create: (input: KeyInput) => Promise<NewApiKey>;
  revoke: (id: string) => Promise<ApiKey>;
}

/** API keys: make, see what they may and when they were last used, revoke. */
export function KeysSection({ intro, keys, mayManage, project, create, revoke }: KeysSectionProps) {
  const now = useNow("minute");
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const ending = useMutation({
    mutationFn: revoke,
    onSuccess: ({ name }) => {
      setRevoking(null);
      toast.success(`Key “${name}” is revoked`);
    },
    onError: (error) => toast.error("The key was not revoked", { description: error.message }),
  });
  const isOpen = (key: ApiKey) => ["active", "ending"].includes(keyState(key, now));
  const open = keys.filter(isOpen);
  const ended = keys.filter((key) => !isOpen(key));
  const action: Column<ApiKey> = {
    key: "revoke",
    head: "Action",
    className: "desk:w-24 desk:text-right",
    cell: (key) => (
      <Button
        size="sm"
        aria-label={`Revoke key ${key.name}`}
        onClick={() => setRevoking(key)}
        className="max-desk:h-9 max-desk:px-3"
      >
        Revoke
      </Button>
    ),
  };

  return (
    <PageSection
      title="API keys"
      intro={intro}
      action={
        mayManage ? (
          <Button variant="primary" onClick={() => setCreating(true)}>
            Create key
          </Button>
        ) : null
      }
    >
      {open.length > 0 ? (
        <DataTable
          label="API keys"
          columns={mayManage ? [...KEY_COLUMNS, action] : KEY_COLUMNS}
          rows={open}
          rowKey={({ id }) => id}
        />
      ) : (
        <div className="px-(--gutter)">
          <EmptyState title={ended.length > 0 ? "No active key" : "No key yet"}>
            {mayManage
              ? "Create one, and put it into HEDDLE_API_KEY where your pipeline runs."
              : "An owner or an admin can create one."}
          </EmptyState>
        </div>
      )}
      {ended.length > 0 ? (
        <details className="mt-4">
          <summary className="px-(--gutter) py-1.5 text-12 text-ink-2 hover:text-ink">
            Revoked and expired keys ({ended.length}
            {ended.length >= 100 ? ", older ones are in the audit log" : ""})
          </summary>
          <DataTable
            label="Ended API keys"
            columns={mayManage ? [...KEY_COLUMNS, NO_ACTION] : KEY_COLUMNS}
            rows={ended}
            rowKey={({ id }) => id}
          />
        </details>
      ) : null}
      {creating ? <KeyDialog create={create} project={project} onClose={() => setCreating(false)} /> : null}
      <ConfirmDialog
        open={revoking !== null}
        onOpenChange={(shown) => !shown && setRevoking(null)}
        title={`Revoke key “${revoking?.name ?? ""}”?`}
        description="Requests with it are refused within seconds. Pipelines that use it go on without being recorded. This cannot be undone."
        action="Revoke key"
        pending={ending.isPending}
        onConfirm={() => revoking && ending.mutate(revoking.id)}
      />
    </PageSection>
  );
}
