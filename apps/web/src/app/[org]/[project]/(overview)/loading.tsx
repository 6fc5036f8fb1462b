import { OverviewSkeleton } from "@/components/overview/overview-skeleton";
import { PageFrame } from "@/components/shell/page-frame";

export default function OverviewLoading() {
  return (
    <PageFrame crumbs={[{ label: "Overview" }]}>
      <OverviewSkeleton />
    </PageFrame>
  );
}
