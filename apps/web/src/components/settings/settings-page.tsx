"use client";
import type { ReactNode } from "react";
import { useOrganization } from "../shell/organization-context";
import { OuterFrame } from "../shell/outer-frame";
import { PageFrame } from "../shell/page-frame";
import { useShell } from "../shell/shell-context";
import {
  type AccountTab,
  AccountTabs,
  type OrganizationSettingsTab,
  OrganizationSettingsTabs,
  type ProjectSettingsTab,
  ProjectSettingsTabs,
} from "./settings-tabs";

interface SettingsPageProps<Tab extends string> {
  current: Tab;
  /** What the page is called. */
  title: string;
  children: ReactNode;
}

/** A page of a project's settings: frame, tabs, and the region that scrolls. Skeletons use it, too. */
export function ProjectSettingsPage({ current, title, children }: SettingsPageProps<ProjectSettingsTab>) {
  const { base } = useShell();
  return (
    <PageFrame
      crumbs={
        current === "general"
          ? [{ label: "Settings" }]
          : [{ label: "Settings", href: `${base}/settings` }, { label: title }]
      }
    >
      <ProjectSettingsTabs current={current} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key. */}
      <div tabIndex={0} className="min-h-0 flex-1 overflow-y-auto -outline-offset-2">
        <h1 className="sr-only">{current === "general" ? "Settings" : title}</h1>
        {children}
      </div>
    </PageFrame>
  );
}

/** A page of an organisation's settings. */
export function OrganizationSettingsPage({
  current,
  title,
  children,
}: SettingsPageProps<OrganizationSettingsTab>) {
  const { slug, name } = useOrganization();
  return (
    <OuterFrame
      crumbs={[{ label: name, href: `/${slug}/settings` }, { label: title }]}
      tabs={<OrganizationSettingsTabs current={current} />}
    >
      <h1 className="sr-only">
        {title} of {name}
      </h1>
      {children}
    </OuterFrame>
  );
}

/** A page of one's own account. */
export function AccountPage({ current, title, children }: SettingsPageProps<AccountTab>) {
  return (
    <OuterFrame
      crumbs={[{ label: "Account", href: "/account" }, { label: title }]}
      tabs={<AccountTabs current={current} />}
    >
      <h1 className="sr-only">{title}</h1>
      {children}
    </OuterFrame>
  );
}
