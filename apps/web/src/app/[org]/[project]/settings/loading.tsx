import { PageFrame } from "@/components/shell/page-frame";
import { SectionSkeleton } from "@/components/ui/section-skeleton";

export default function SettingsLoading() {
  return (
    <PageFrame crumbs={[{ label: "Settings" }]}>
      <SectionSkeleton label="Loading settings" />
    </PageFrame>
  );
}
