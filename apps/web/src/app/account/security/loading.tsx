import { SettingSkeleton } from "@/components/account/setting-skeleton";
import { AccountPage } from "@/components/settings/settings-page";
import { SectionSkeleton } from "@/components/ui/section-skeleton";

export default function SecurityLoading() {
  return (
    <AccountPage current="security" title="Security">
      <SettingSkeleton label="Loading your security settings" />
      <SettingSkeleton label="Loading sessions" />
      <SectionSkeleton label="Loading recent activity" />
    </AccountPage>
  );
}
