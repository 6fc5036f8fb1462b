import type { ReactNode } from "react";
import { retentionWords } from "../projects/retention-words";
import { Instant } from "../time/instant";
import { PageSection } from "../ui/page-section";

interface ProjectFactsProps {
  project: {
    name: string;
    slug: string;
    description: string;
    retentionDays: number | null;
    instanceDays: number | null;
    createdAt: string;
  };
}

/** The settings as people see them who may not change them. */
export function ProjectFacts({ project }: ProjectFactsProps) {
  const { name, slug, description, retentionDays, instanceDays, createdAt } = project;
  const limits = [retentionDays, instanceDays].filter((days) => days !== null);
  const facts: [string, ReactNode][] = [
    ["Name", name],
    ["Description", description || <span className="text-ink-3">none</span>],
    ["Address", <code key="address">{slug}</code>],
    ["Runs are kept", retentionWords(limits.length === 0 ? null : Math.min(...limits))],
    ["Created", <Instant key="created" at={createdAt} />],
  ];
  return (
    <PageSection title="General" intro="Owners and admins can change this.">
      <dl className="flex max-w-160 flex-col gap-2 px-(--gutter) text-13">
        {facts.map(([term, value]) => (
          <div key={term} className="flex gap-3 max-desk:flex-col max-desk:gap-0">
            <dt className="w-32 shrink-0 text-ink-3">{term}</dt>
            <dd className="min-w-0 break-words whitespace-pre-line">{value}</dd>
          </div>
        ))}
      </dl>
    </PageSection>
  );
}
