import { OrganizationSettingsPage } from "@/components/settings/settings-page";
import { SectionSkeleton } from "@/components/ui/section-skeleton";

export default function OrganizationAuditLoading() {
  return (
    <OrganizationSettingsPage current="audit" title="Audit log">
      <SectionSkeleton label="Loading the audit log" />
    </OrganizationSettingsPage>
  );
}
