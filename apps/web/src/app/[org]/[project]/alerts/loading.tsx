import { PageFrame } from "@/components/shell/page-frame";
import { SectionSkeleton } from "@/components/ui/section-skeleton";

export default function AlertsLoading() {
  return (
    <PageFrame crumbs={[{ label: "Alerts" }]}>
      <SectionSkeleton label="Loading channels" />
      <SectionSkeleton label="Loading deliveries" />
    </PageFrame>
  );
}
