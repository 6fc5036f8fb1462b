import { SettingSkeleton } from "@/components/account/setting-skeleton";
import { AccountPage } from "@/components/settings/settings-page";

export default function ProfileLoading() {
  return (
    <AccountPage current="profile" title="Profile">
      <SettingSkeleton label="Loading your profile" field />
      <SettingSkeleton label="Loading your address" />
      <SettingSkeleton label="Loading more" />
    </AccountPage>
  );
}
