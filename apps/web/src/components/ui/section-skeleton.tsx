import { Skeleton } from "./skeleton";

const ROWS = ["w-40", "w-28", "w-52", "w-36"];

/** A section of a page before its table is known. */
export function SectionSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="pt-5">
      <div className="mb-4 flex flex-col gap-3 px-(--gutter)">
        <Skeleton className="h-3.5! w-24" />
        <Skeleton className="w-80 max-w-full" />
      </div>
      <div className="border-t border-line">
        {ROWS.map((width) => (
          <div key={width} className="flex h-9.5 items-center gap-8 border-b border-line px-(--gutter)">
            <Skeleton className={width} />
            <Skeleton className="ml-auto w-24" />
            <Skeleton className="w-16" />
          </div>
        ))}
      </div>
    </div>
  );
}
