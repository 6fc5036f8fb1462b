import { OrganizationSettingsPage } from "@/components/settings/settings-page";
import { SectionSkeleton } from "@/components/ui/section-skeleton";

export default function InvitationsLoading() {
  return (
    <OrganizationSettingsPage current="invitations" title="Invitations">
      <SectionSkeleton label="Loading invitations" />
    </OrganizationSettingsPage>
  );
}
