"use client";
import { PageFrame } from "../shell/page-frame";
import { SectionSkeleton } from "../ui/section-skeleton";
import { Skeleton } from "../ui/skeleton";

const ROWS = ["w-64", "w-48", "w-56"];

/** The comparison before it is known, in its final shape. */
export function CompareSkeleton() {
  return (
    <PageFrame crumbs={[{ label: "Compare" }]}>
      <div role="status" aria-label="Loading the comparison" className="min-h-0 flex-1 overflow-hidden">
        <div className="flex flex-wrap gap-2 px-(--gutter) pt-3 pb-2.5">
          <Skeleton className="h-8! w-84 max-w-full" />
          <Skeleton className="h-7! w-7" />
          <Skeleton className="h-8! w-84 max-w-full" />
        </div>
        <div className="flex flex-col gap-3 px-(--gutter) pb-3">
          <Skeleton className="h-4! w-96 max-w-full" />
          <Skeleton className="w-120 max-w-full" />
        </div>
        <div className="h-9 border-y border-line" />
        {ROWS.map((width) => (
          <div key={width} className="flex h-10 items-center gap-3 border-b border-line px-(--gutter)">
            <Skeleton className="h-5! w-16" />
            <Skeleton className={width} />
          </div>
        ))}
        <div className="h-83 border-b border-line" />
        <SectionSkeleton label="Loading columns" />
      </div>
    </PageFrame>
  );
}
