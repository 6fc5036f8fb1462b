import { OrganizationSettingsPage } from "@/components/settings/settings-page";
import { SectionSkeleton } from "@/components/ui/section-skeleton";

export default function OrganizationKeysLoading() {
  return (
    <OrganizationSettingsPage current="keys" title="API keys">
      <SectionSkeleton label="Loading API keys" />
    </OrganizationSettingsPage>
  );
}
