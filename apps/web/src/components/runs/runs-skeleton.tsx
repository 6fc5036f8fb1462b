import { cn } from "../ui/cn";
import { Skeleton } from "../ui/skeleton";
import { FROM_FULL, FROM_MID, FROM_WIDE, RUN_GRID } from "./run-columns";

const WIDTHS = ["w-32", "w-24", "w-40", "w-28", "w-36"];

/** Rows before they are known, at their height. */
export function RunsSkeleton({ rows }: { rows: number }) {
  return (
    <div role="status" aria-label="Loading runs">
      {Array.from({ length: rows }, (_, row) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: grey rows have nothing else.
          key={row}
          className={cn(
            RUN_GRID,
            "h-7.5 border-b border-line max-desk:flex max-desk:h-18.75 max-desk:items-center max-desk:gap-3 max-desk:px-(--gutter)",
          )}
        >
          <span className="max-desk:hidden" />
          <Skeleton className="h-3.5! w-3.5 rounded-full!" />
          <Skeleton className="w-10 max-desk:hidden" />
          <Skeleton className={cn("max-w-full", WIDTHS[row % WIDTHS.length])} />
          <Skeleton className="w-14 max-desk:hidden" />
          <Skeleton className={cn("w-12 max-desk:hidden", FROM_FULL)} />
          <Skeleton className="ml-auto w-10" />
          <Skeleton className="ml-auto w-10 max-desk:hidden" />
          <Skeleton className="w-18 max-desk:hidden" />
          <Skeleton className={cn("w-16 max-desk:hidden", FROM_MID)} />
          <Skeleton className={cn("w-14 max-desk:hidden", FROM_MID)} />
          <Skeleton className={cn("w-20 max-desk:hidden", FROM_WIDE)} />
        </div>
      ))}
    </div>
  );
}
