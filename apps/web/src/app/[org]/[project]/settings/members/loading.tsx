import { ProjectSettingsPage } from "@/components/settings/settings-page";
import { SectionSkeleton } from "@/components/ui/section-skeleton";

export default function ProjectMembersLoading() {
  return (
    <ProjectSettingsPage current="members" title="Members">
      <SectionSkeleton label="Loading members" />
    </ProjectSettingsPage>
  );
}
