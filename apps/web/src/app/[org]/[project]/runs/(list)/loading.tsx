import { RunsSkeleton } from "@/components/runs/runs-skeleton";
import { PageFrame } from "@/components/shell/page-frame";

export default function RunsLoading() {
  return (
    <PageFrame crumbs={[{ label: "Runs" }]}>
      <div className="h-11 shrink-0 border-b border-line max-desk:h-25" />
      <RunsSkeleton rows={24} />
    </PageFrame>
  );
}
