import { PageFrame } from "@/components/shell/page-frame";
import { EmptyState } from "@/components/ui/empty-state";

export default function RunNotFound() {
  return (
    <PageFrame crumbs={[{ label: "Runs" }]}>
      <div className="p-(--gutter)">
        <EmptyState title="There is no such run in this project">
          Check the address. A run that was just started appears once its first batch is stored; a run older
          than the project's retention is gone.
        </EmptyState>
      </div>
    </PageFrame>
  );
}
