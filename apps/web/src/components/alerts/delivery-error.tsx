"use client";
import type { Delivery } from "@heddle/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { useTRPC } from "@/trpc/client";
import { useShell } from "../shell/shell-context";
import { Instant } from "../time/instant";
import { Button } from "../ui/button";

/** Why a message is not there yet, when it is tried next, and a button once it is given up. */
export function DeliveryError({ delivery }: { delivery: Delivery }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { org, project, role } = useShell();
  const retry = useMutation(
    trpc.deliveries.retry.mutationOptions({
      onSuccess: () => client.invalidateQueries(trpc.deliveries.list.infiniteQueryFilter({ org, project })),
      onError: (error) => toast.error("It was not sent again", { description: error.message }),
    }),
  );
  const { id, status, lastError, nextAttemptAt } = delivery;
  return (
    <span className="flex items-center gap-2">
      <span title={lastError ?? undefined} className="min-w-0 flex-1 desk:truncate">
        {lastError}
        {status === "pending" && nextAttemptAt && lastError ? (
          <span className="text-ink-3">
            {" "}
            Tried again at <Instant at={nextAttemptAt} />.
          </span>
        ) : null}
      </span>
      {status === "failed" && role !== "viewer" ? (
        <Button size="sm" disabled={retry.isPending} onClick={() => retry.mutate({ org, project, id })}>
          Send again
        </Button>
      ) : null}
    </span>
  );
}
