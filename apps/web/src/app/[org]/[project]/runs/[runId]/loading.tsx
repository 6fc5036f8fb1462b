import { RunSkeleton } from "@/components/run/run-skeleton";
import { PageFrame } from "@/components/shell/page-frame";

export default function Loading() {
  return (
    <PageFrame crumbs={[{ label: "Runs" }, { label: "…" }]}>
      <RunSkeleton />
    </PageFrame>
  );
}
