import { ProjectSettingsPage } from "@/components/settings/settings-page";
import { SectionSkeleton } from "@/components/ui/section-skeleton";

export default function ProjectAuditLoading() {
  return (
    <ProjectSettingsPage current="audit" title="Audit log">
      <SectionSkeleton label="Loading the audit log" />
    </ProjectSettingsPage>
  );
}
