import { cn } from "../ui/cn";
import { Skeleton } from "../ui/skeleton";
import { FROM_MID, FROM_WIDE, nodeGrid } from "./node-columns";

const WIDTHS = ["w-32", "w-24", "w-40", "w-28", "w-36"];

/** Rows before they are known, at their height. */
export function RowsSkeleton({ rows }: { rows: number }) {
  return (
    <div role="status" aria-label="Loading the catalog" className="min-h-0 flex-1 overflow-hidden">
      {Array.from({ length: rows }, (_, row) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: grey rows have nothing else.
          key={row}
          className={cn(
            nodeGrid({ module: true, owner: false }),
            "h-9.5 border-b border-line max-desk:flex max-desk:h-14.5 max-desk:items-center max-desk:px-(--gutter)",
          )}
        >
          <span className="flex items-center gap-2">
            <Skeleton className="h-3.5! w-3.5 rounded-full!" />
            <Skeleton className={WIDTHS[row % WIDTHS.length]} />
          </span>
          <Skeleton className="w-12 max-desk:hidden" />
          <Skeleton className="w-4/5 max-desk:hidden" />
          <Skeleton className={cn("w-20", FROM_WIDE)} />
          <Skeleton className={cn("w-24", FROM_MID)} />
          <Skeleton className="ml-auto w-4 max-desk:hidden" />
          <Skeleton className="ml-auto w-16 max-desk:hidden" />
          <Skeleton className={cn("ml-auto w-10", FROM_WIDE)} />
        </div>
      ))}
    </div>
  );
}
