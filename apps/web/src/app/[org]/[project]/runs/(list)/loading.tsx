import { RunsSkeleton } from "@/components/runs/runs-skeleton";
import { PageFrame } from "@/components/shell/page-frame";

export default function RunsLoading() {
  return (
    <PageFrame crumbs={[{ label: "Runs" }]}>
      <div className="h-12.25 shrink-0 border-b border-line max-desk:h-25" />
      <div className="flex min-h-0 flex-1">
        <div className="w-51 shrink-0 border-r border-line max-wide:hidden" />
        <div className="min-w-0 flex-1">
          <div className="h-22 border-b border-line max-desk:hidden" />
          <div className="h-7 border-b border-line max-desk:hidden" />
          <RunsSkeleton rows={24} />
        </div>
      </div>
    </PageFrame>
  );
}
