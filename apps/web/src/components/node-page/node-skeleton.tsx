import { Skeleton } from "../ui/skeleton";

const LANES = ["w-14", "w-20", "w-14", "w-10", "w-12"];

/** A node's page before its history is known, in the final shape. */
export function NodeSkeleton() {
  return (
    <div role="status" aria-label="Loading the node" className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-12 shrink-0 items-center gap-3 px-(--gutter)">
        <Skeleton className="size-3.5! rounded-full" />
        <Skeleton className="h-4! w-44" />
        <Skeleton className="w-64 max-desk:hidden" />
      </div>
      <div className="flex h-9 shrink-0 items-center gap-6 border-b border-line px-(--gutter)">
        <Skeleton className="w-12" />
        <Skeleton className="w-20" />
        <Skeleton className="w-28" />
        <Skeleton className="w-14" />
      </div>
      <div className="flex min-h-0 flex-1">
        <div className="min-w-0 flex-1 px-(--gutter)">
          <div className="flex h-11 items-center gap-3">
            <Skeleton className="h-6! w-72" />
          </div>
          <div className="mt-8 ml-20 h-56 border-y border-grid" />
          {LANES.map((width, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a lane is its place.
            <div key={index} className="flex h-[23px] items-center border-b border-grid">
              <Skeleton className={width} />
            </div>
          ))}
          <Skeleton className="mt-3 ml-20 h-44! w-[calc(100%-80px)]" />
        </div>
        <div className="w-100 border-l border-line p-4 max-wide:w-(--panel) max-mid:hidden">
          <Skeleton className="mb-3 w-40" />
          <Skeleton className="h-40! w-full" />
        </div>
      </div>
    </div>
  );
}
