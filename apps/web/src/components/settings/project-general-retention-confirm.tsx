"use client";
import { useQuery } from "@tanstack/react-query";
import { formatCount } from "@/format/number";
import { useTRPC } from "@/trpc/client";
import { retentionWords } from "../projects/retention-words";
import { useShell } from "../shell/shell-context";
import { Instant } from "../time/instant";
import { ConfirmDialog } from "../ui/dialog";

interface RetentionConfirmProps {
  days: number;
  pending: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Says what a shorter retention deletes before it does. */
export function RetentionConfirm({ days, pending, onConfirm, onClose }: RetentionConfirmProps) {
  const trpc = useTRPC();
  const { org, project } = useShell();
  const input = { org, project, retentionDays: days };
  const { data, isError } = useQuery({ ...trpc.projects.expired.queryOptions(input), staleTime: 0 });
  const count = data && (data.more ? `more than ${formatCount(data.runs)}` : formatCount(data.runs));
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Keep runs for ${retentionWords(days)} only?`}
      description={
        data ? (
          data.runs === 0 ? (
            <>
              No run is that old today. From now on each is deleted when it is {retentionWords(days)} old.
              That cannot be undone.
            </>
          ) : (
            <>
              <strong className="font-semibold text-ink">
                {count} {data.runs === 1 ? "run" : "runs"}
              </strong>{" "}
              that began before <Instant at={data.before} /> will be deleted with all that belongs to them.
              That cannot be undone.
            </>
          )
        ) : isError ? (
          <>Runs older than {retentionWords(days)} will be deleted. That cannot be undone.</>
        ) : (
          "Counting the runs that would be deleted…"
        )
      }
      action={data?.runs === 0 ? "Save" : "Delete old runs"}
      pending={pending || (!data && !isError)}
      onConfirm={onConfirm}
    />
  );
}
