import { OrganizationSettingsPage } from "@/components/settings/settings-page";
import { SectionSkeleton } from "@/components/ui/section-skeleton";

export default function ProjectsLoading() {
  return (
    <OrganizationSettingsPage current="projects" title="Projects">
      <SectionSkeleton label="Loading projects" />
    </OrganizationSettingsPage>
  );
}
