import type { ReactNode } from "react";
import { OrganizationProvider } from "@/components/shell/organization-context";
import { OuterShell } from "@/components/shell/outer-shell";
import { caller } from "@/trpc/server";

interface OrganizationLayoutProps {
  params: Promise<{ org: string }>;
  children: ReactNode;
}

/** Guards an organisation's own pages: for guests and strangers they do not exist. */
export default async function OrganizationLayout({ params, children }: OrganizationLayoutProps) {
  const { org } = await params;
  const organization = await caller((api) => api.organizations.get({ org }));
  return (
    <OuterShell>
      <OrganizationProvider initial={organization}>{children}</OrganizationProvider>
    </OuterShell>
  );
}
