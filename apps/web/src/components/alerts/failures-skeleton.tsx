import { cn } from "../ui/cn";
import { Skeleton } from "../ui/skeleton";
import { FAILURE_GRID } from "./failure-row";

const WIDTHS = ["w-48", "w-64", "w-40", "w-56"];

/** Failures before they are known, at their height. */
export function FailuresSkeleton({ rows = 8 }: { rows?: number }) {
  return (
    <div role="status" aria-label="Loading failures">
      {Array.from({ length: rows }, (_, row) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: grey rows have nothing else.
          key={row}
          className={cn(
            FAILURE_GRID,
            "h-12 border-b border-line max-desk:flex max-desk:h-24 max-desk:flex-col max-desk:items-start max-desk:justify-center max-desk:gap-3",
          )}
        >
          <Skeleton className="w-16" />
          <Skeleton className={cn("max-w-full", WIDTHS[row % WIDTHS.length])} />
          <Skeleton className="h-5! w-[138px] max-mid:desk:hidden" />
          <Skeleton className="w-20 max-desk:hidden" />
          <Skeleton className="w-16 max-desk:hidden" />
          <Skeleton className="w-24 max-wide:hidden" />
        </div>
      ))}
    </div>
  );
}
