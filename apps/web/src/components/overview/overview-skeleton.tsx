import { cn } from "../ui/cn";
import { Skeleton } from "../ui/skeleton";
import { HIDE_BELOW_MID, HIDE_BELOW_WIDE, PIPELINE_GRID } from "./pipeline-columns";

const FIGURES = ["Runs", "Open failures", "Late or lost", "Median duration", "New versions"];
const WIDTHS = ["w-32", "w-24", "w-36", "w-28"];

/** The overview before it is known, at its height. */
export function OverviewSkeleton() {
  return (
    <div role="status" aria-label="Loading the overview">
      <div className="grid grid-cols-[1.1fr_1fr_1fr_1fr_1fr] border-b border-line max-mid:grid-cols-2 max-mid:border-b-0">
        {FIGURES.map((label) => (
          <div
            key={label}
            className="h-20 border-r border-line px-4 py-2.5 last:border-r-0 first:pl-(--gutter) max-mid:border-b max-desk:px-(--gutter)"
          >
            <p className="text-11 text-ink-3">{label}</p>
            <Skeleton className="mt-2 h-4! w-16" />
          </div>
        ))}
      </div>
      <div className="flex h-9 items-center px-(--gutter) text-13 font-semibold">Pipelines</div>
      <div className="h-7 border-b border-line max-desk:hidden" />
      {Array.from({ length: 9 }, (_, row) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: grey rows have nothing else.
          key={row}
          className={cn(
            PIPELINE_GRID,
            "h-9.5 border-b border-line max-desk:flex max-desk:h-24 max-desk:items-center max-desk:gap-3 max-desk:px-(--gutter)",
          )}
        >
          <Skeleton className="h-3.5! w-3.5 rounded-full!" />
          <Skeleton className={cn("max-w-full", WIDTHS[row % WIDTHS.length])} />
          <Skeleton className={cn("ml-auto w-8", HIDE_BELOW_WIDE)} />
          <Skeleton className="h-3! w-50 max-desk:hidden" />
          <Skeleton className="ml-auto w-10" />
          <Skeleton className={cn("ml-auto w-6", HIDE_BELOW_MID)} />
          <Skeleton className={cn("w-32", HIDE_BELOW_MID)} />
          <Skeleton className={cn("w-36", HIDE_BELOW_WIDE)} />
          <Skeleton className={cn("w-16", HIDE_BELOW_WIDE)} />
        </div>
      ))}
    </div>
  );
}
