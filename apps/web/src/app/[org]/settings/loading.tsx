import { FormSkeleton } from "@/components/settings/form-skeleton";
import { OrganizationSettingsPage } from "@/components/settings/settings-page";

export default function OrganizationLoading() {
  return (
    <OrganizationSettingsPage current="general" title="Settings">
      <FormSkeleton label="Loading settings" />
    </OrganizationSettingsPage>
  );
}
