import { Skeleton } from "../ui/skeleton";

/** A run's page before anything is known: header, tabs and an empty canvas at their final places. */
export function RunSkeleton() {
  return (
    <div role="status" aria-label="Loading the run" className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-[46px] shrink-0 items-center gap-2.5 px-(--gutter)">
        <Skeleton className="size-3.5 rounded-full" />
        <Skeleton className="h-4 w-16" />
        <Skeleton className="h-4.5 w-14" />
        <Skeleton className="w-40" />
        <Skeleton className="ml-auto w-56 max-desk:hidden" />
      </div>
      <div className="flex h-9 shrink-0 items-center gap-6 border-b border-line px-(--gutter)">
        <Skeleton className="w-14" />
        <Skeleton className="w-16" />
        <Skeleton className="w-14" />
        <Skeleton className="w-20" />
      </div>
      <div className="flex-1 bg-sunken max-desk:bg-bg" />
    </div>
  );
}
