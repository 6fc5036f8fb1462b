import { Skeleton } from "../ui/skeleton";

const ROWS = ["w-40", "w-52", "w-32", "w-48", "w-36", "w-44"];

function Row({ width }: { width: string }) {
  return (
    <div className="flex flex-col gap-2.5 border-b border-line py-3.5 pr-4 pl-11">
      <span className="flex items-center gap-2">
        <Skeleton className="w-14" />
        <Skeleton className={width} />
      </span>
      <Skeleton className="w-48" />
      <Skeleton className="w-28" />
    </div>
  );
}

/** The comparison before it is known. */
export function ComparisonSkeleton() {
  return (
    <div role="status" aria-label="Loading the comparison" className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-11 shrink-0 items-center gap-3 border-b border-line px-5">
        <Skeleton className="w-40" />
        <Skeleton className="ml-auto w-64" />
      </div>
      <div className="h-72 shrink-0 border-b border-line bg-sunken" />
      <div className="grid flex-1 grid-cols-[208px_minmax(0,1fr)] max-desk:grid-cols-1">
        <div className="flex flex-col gap-4 border-r border-line p-5">
          {ROWS.map((width) => (
            <Skeleton key={width} className="w-36" />
          ))}
        </div>
        <div className="flex flex-col gap-3 p-5 max-desk:hidden">
          {ROWS.map((width) => (
            <Skeleton key={width} className={width} />
          ))}
        </div>
      </div>
    </div>
  );
}

/** The page before anything is known, at its final shape. */
export function VersionsSkeleton() {
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-14 shrink-0 items-center border-b border-line px-(--gutter)">
        <Skeleton className="h-3.5! w-48" />
      </div>
      <div className="grid min-h-0 flex-1 grid-cols-[372px_minmax(0,1fr)] max-wide:grid-cols-[300px_minmax(0,1fr)] max-desk:grid-cols-1">
        <div role="status" aria-label="Loading versions" className="overflow-hidden border-r border-line">
          <div className="flex h-11 items-center border-b border-line px-5">
            <Skeleton className="w-32" />
          </div>
          {ROWS.map((width) => (
            <Row key={width} width={width} />
          ))}
        </div>
        <div className="flex min-h-0 flex-col max-desk:hidden">
          <ComparisonSkeleton />
        </div>
      </div>
    </div>
  );
}
