import { FailuresSkeleton } from "@/components/alerts/failures-skeleton";
import { PageFrame } from "@/components/shell/page-frame";
import { Skeleton } from "@/components/ui/skeleton";

export default function AlertsLoading() {
  return (
    <PageFrame crumbs={[{ label: "Alerts" }]}>
      <div className="flex h-9 shrink-0 items-center gap-6 border-b border-line px-(--gutter)">
        <Skeleton className="w-14" />
        <Skeleton className="w-14" />
        <Skeleton className="w-16" />
      </div>
      <div className="flex h-11 shrink-0 items-center gap-6 border-b border-line px-(--gutter)">
        <Skeleton className="w-12" />
        <Skeleton className="w-20" />
        <Skeleton className="w-12" />
      </div>
      <div className="h-7 border-b border-line max-desk:hidden" />
      <FailuresSkeleton />
    </PageFrame>
  );
}
