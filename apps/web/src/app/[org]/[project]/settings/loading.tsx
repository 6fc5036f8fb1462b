import { FormSkeleton } from "@/components/settings/form-skeleton";
import { ProjectSettingsPage } from "@/components/settings/settings-page";

export default function SettingsLoading() {
  return (
    <ProjectSettingsPage current="general" title="General">
      <FormSkeleton label="Loading settings" />
    </ProjectSettingsPage>
  );
}
