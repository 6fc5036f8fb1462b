import type { InvitationPreview } from "@heddle/core";
import type { ReactNode } from "react";
import { IN_ORGANIZATION, IN_PROJECT } from "../members/roles";
import { Instant } from "../time/instant";

/** What one gets by accepting. */
export function InvitationFacts({ invitation }: { invitation: InvitationPreview }) {
  const { organization, project, role, expiresAt } = invitation;
  const text = (project ? IN_PROJECT : IN_ORGANIZATION)[role];
  const facts: [string, ReactNode][] = [
    ["Organisation", organization.name],
    ["To", project ? `its project ${project.name} only` : "all its projects"],
    [
      "Role",
      <span key="role">
        {text.label} <span className="block text-12 text-ink-2">{text.may}</span>
      </span>,
    ],
    ["Valid until", <Instant key="until" at={expiresAt} />],
  ];
  return (
    <dl className="flex flex-col gap-2">
      {facts.map(([term, value]) => (
        <div key={term} className="flex gap-3">
          <dt className="w-24 shrink-0 text-ink-3">{term}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
