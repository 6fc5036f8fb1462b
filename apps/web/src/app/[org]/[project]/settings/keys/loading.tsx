import { ProjectSettingsPage } from "@/components/settings/settings-page";
import { SectionSkeleton } from "@/components/ui/section-skeleton";

export default function ProjectKeysLoading() {
  return (
    <ProjectSettingsPage current="keys" title="API keys">
      <SectionSkeleton label="Loading API keys" />
    </ProjectSettingsPage>
  );
}
