import { OrganizationSettingsPage } from "@/components/settings/settings-page";
import { SectionSkeleton } from "@/components/ui/section-skeleton";

export default function MembersLoading() {
  return (
    <OrganizationSettingsPage current="members" title="Members">
      <SectionSkeleton label="Loading members" />
    </OrganizationSettingsPage>
  );
}
