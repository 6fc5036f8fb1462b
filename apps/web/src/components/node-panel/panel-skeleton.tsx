"use client";
import { useRun } from "../run/run-context";
import { Skeleton } from "../ui/skeleton";
import { PanelShell } from "./panel-shell";

const ROWS = ["a", "b", "c", "d"];

/** The panel while its node is fetched; name and status are known from the graph. */
export function PanelSkeleton({ name }: { name: string }) {
  const { model } = useRun();
  return (
    <PanelShell name={name} status={model.byName.get(name)?.status ?? "pending"}>
      <div role="status" aria-label="Loading the node" className="px-4 py-3">
        <Skeleton className="w-4/5" />
        <div className="mt-4 flex flex-col gap-5">
          {ROWS.map((row) => (
            <div key={row} className="grid grid-cols-[18px_1fr_96px] items-start gap-2">
              <Skeleton className="h-4 w-full" />
              <span className="flex flex-col gap-1.5">
                <Skeleton className="w-28" />
                <Skeleton className="w-40" />
              </span>
              <Skeleton className="h-6.5 w-full" />
            </div>
          ))}
        </div>
      </div>
    </PanelShell>
  );
}
