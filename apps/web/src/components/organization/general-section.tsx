"use client";
import type { ReactNode } from "react";
import { useOrganization } from "../shell/organization-context";
import { Instant } from "../time/instant";
import { PageSection } from "../ui/page-section";
import { OrganizationDanger } from "./danger-section";
import { OrganizationForm } from "./organization-form";

const ROLE_WORDS = { owner: "owner", admin: "admin", member: "member", viewer: "viewer" };

function Facts({ intro }: { intro?: string }) {
  const { name, slug, createdAt, people, projects, role, mayManage } = useOrganization();
  const facts: [string, ReactNode][] = [
    ...(mayManage
      ? []
      : ([
          ["Name", name],
          ["Address", <code key="address">{slug}</code>],
        ] satisfies [string, ReactNode][])),
    ["Members", people],
    ["Projects", projects],
    ["Created", <Instant key="created" at={createdAt} />],
    ["Your role", ROLE_WORDS[role]],
  ];
  return (
    <PageSection title={mayManage ? "At a glance" : "General"} intro={intro}>
      <dl className="flex max-w-160 flex-col gap-2 px-(--gutter) text-13">
        {facts.map(([term, value]) => (
          <div key={term} className="flex gap-3">
            <dt className="w-24 shrink-0 text-ink-3">{term}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </PageSection>
  );
}

/** What is set for an organisation. Who may not change it reads it. */
export function OrganizationGeneral() {
  const { mayManage } = useOrganization();
  return (
    <>
      {mayManage ? <OrganizationForm /> : null}
      <Facts {...(mayManage ? {} : { intro: "Owners and admins can change this." })} />
      <OrganizationDanger />
    </>
  );
}
