import type { Metadata } from "next";
import { DeleteSection } from "@/components/account/delete-section";
import { EmailSection } from "@/components/account/email-section";
import { NameSection } from "@/components/account/name-section";
import { AccountPage } from "@/components/settings/settings-page";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";

export const metadata: Metadata = { title: "Profile" };

export default async function ProfilePage() {
  await prefetch(trpc.account.get.queryOptions());
  return (
    <HydrateClient>
      <AccountPage current="profile" title="Profile">
        <NameSection />
        <EmailSection />
        <DeleteSection />
      </AccountPage>
    </HydrateClient>
  );
}
