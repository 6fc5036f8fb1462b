import { AccountPage } from "@/components/settings/settings-page";
import { SectionSkeleton } from "@/components/ui/section-skeleton";

export default function OrganizationsLoading() {
  return (
    <AccountPage current="organizations" title="Organisations">
      <SectionSkeleton label="Loading organisations" />
    </AccountPage>
  );
}
