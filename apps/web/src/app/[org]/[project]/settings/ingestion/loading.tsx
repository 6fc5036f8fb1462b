import { ProjectSettingsPage } from "@/components/settings/settings-page";
import { SectionSkeleton } from "@/components/ui/section-skeleton";

export default function IngestionLoading() {
  return (
    <ProjectSettingsPage current="ingestion" title="Ingestion">
      <SectionSkeleton label="Loading the inbox" />
      <SectionSkeleton label="Loading the quarantine" />
    </ProjectSettingsPage>
  );
}
