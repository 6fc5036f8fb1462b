"use client";
import { useOrganization } from "../shell/organization-context";
import { useShell } from "../shell/shell-context";
import { Tabs } from "../ui/tabs";

export type ProjectSettingsTab = "general" | "members" | "keys" | "ingestion" | "audit";

/** The settings of a project; some are only there for who manages it. */
export function ProjectSettingsTabs({ current }: { current: ProjectSettingsTab }) {
  const { base, role } = useShell();
  const root = `${base}/settings`;
  const manages = role === "owner" || role === "admin";
  return (
    <Tabs<ProjectSettingsTab>
      label="Settings of the project"
      current={current}
      tabs={[
        { key: "general", label: "General", href: root },
        { key: "members", label: "Members", href: `${root}/members` },
        { key: "keys", label: "API keys", href: `${root}/keys` },
        ...(manages
          ? [
              { key: "ingestion" as const, label: "Ingestion", href: `${root}/ingestion` },
              { key: "audit" as const, label: "Audit log", href: `${root}/audit` },
            ]
          : []),
      ]}
    />
  );
}

export type OrganizationSettingsTab = "general" | "members" | "invitations" | "projects" | "keys" | "audit";

/** The settings of an organisation; some are only there for its owners and admins. */
export function OrganizationSettingsTabs({ current }: { current: OrganizationSettingsTab }) {
  const { slug, mayManage } = useOrganization();
  const root = `/${slug}/settings`;
  return (
    <Tabs<OrganizationSettingsTab>
      label="Settings of the organisation"
      current={current}
      tabs={[
        { key: "general", label: "General", href: root },
        { key: "members", label: "Members", href: `${root}/members` },
        ...(mayManage
          ? [{ key: "invitations" as const, label: "Invitations", href: `${root}/invitations` }]
          : []),
        { key: "projects", label: "Projects", href: `${root}/projects` },
        ...(mayManage
          ? [
              { key: "keys" as const, label: "API keys", href: `${root}/keys` },
              { key: "audit" as const, label: "Audit log", href: `${root}/audit` },
            ]
          : []),
      ]}
    />
  );
}

export type AccountTab = "profile" | "security" | "organizations";

/** The pages of one's own account. */
export function AccountTabs({ current }: { current: AccountTab }) {
  return (
    <Tabs<AccountTab>
      label="Account"
      current={current}
      tabs={[
        { key: "profile", label: "Profile", href: "/account" },
        { key: "security", label: "Security", href: "/account/security" },
        { key: "organizations", label: "Organisations", href: "/account/organizations" },
      ]}
    />
  );
}
