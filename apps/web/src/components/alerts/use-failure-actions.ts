"use client";
import type { FailureSummary } from "@heddle/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { useTRPC } from "@/trpc/client";
import { useShell } from "../shell/shell-context";
import { failureTitle } from "./failure-words";

const UNDO_MS = 10_000;

/** What people may do to a failure; each can be undone for ten seconds. */
export function useFailureActions() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { org, project, role } = useShell();
  const settle = () => client.invalidateQueries(trpc.failures.pathFilter());
  const undoable = (title: string, failure: FailureSummary, undo: () => void) =>
    toast(title, {
      description: failureTitle(failure),
      duration: UNDO_MS,
      action: { label: "Undo", onClick: undo },
    });

  const acknowledging = useMutation(
    trpc.failures.acknowledge.mutationOptions({
      onSuccess: async (failure, { acknowledged = true }) => {
        if (acknowledged) undoable("Acknowledged", failure, () => acknowledge(failure.id, false));
        else toast("Open again", { description: failureTitle(failure) });
        await settle();
      },
      onError: (error) => toast.error("The failure was not changed", { description: error.message }),
    }),
  );
  const muting = useMutation(
    trpc.failures.mute.mutationOptions({
      onSuccess: async (failure, { hours }) => {
        if (hours !== null) undoable("Muted: no messages are sent", failure, () => mute(failure.id, null));
        else toast("No longer muted", { description: failureTitle(failure) });
        await settle();
      },
      onError: (error) => toast.error("The failure was not muted", { description: error.message }),
    }),
  );
  const acknowledge = (failureId: string, acknowledged: boolean) =>
    acknowledging.mutate({ org, project, failureId, acknowledged });
  const mute = (failureId: string, hours: number | null) => muting.mutate({ org, project, failureId, hours });
  return {
    mayEdit: role !== "viewer",
    pending: acknowledging.isPending || muting.isPending,
    acknowledge,
    mute,
  };
}

export type FailureActions = ReturnType<typeof useFailureActions>;
