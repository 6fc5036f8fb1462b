import type { AuditEventView } from "@heddle/contract";
import Link from "next/link";
import { Ago } from "../time/instant";
import type { Column } from "../ui/data-table";
import { Pill } from "../ui/pill";
import { changesIn } from "./audit-detail";
import { auditSentence } from "./audit-sentence";

const KINDS = { user: null, apiKey: "API key", system: "Heddle" };

function Who({ actor }: { actor: AuditEventView["actor"] }) {
  const kind = KINDS[actor.type];
  return (
    <span title={actor.name} className="flex min-w-0 items-center gap-1.5">
      {kind ? <Pill>{kind}</Pill> : null}
      <span className="truncate font-medium">{actor.name}</span>
    </span>
  );
}

/** The fields that the sentence only names: what they were and what they are now. */
function Changes({ detail }: Pick<AuditEventView, "detail">) {
  const changes = changesIn(detail).filter(({ field }) => field !== "");
  if (changes.length === 0) return null;
  return (
    <ul className="mt-0.5 text-ink-3">
      {changes.map(({ field, from, to }) => (
        <li key={field} className="break-words">
          {field}: {from || "none"} → {to || "none"}
        </li>
      ))}
    </ul>
  );
}

function Project({ org, project }: { org: string; project: NonNullable<AuditEventView["project"]> }) {
  if (project.slug === null) return <span className="text-ink-3">gone</span>;
  return (
    <Link
      href={`/${org}/${project.slug}/settings/audit`}
      title={project.name ?? undefined}
      className="block truncate text-ink-2 underline-offset-2 hover:underline"
    >
      {project.name}
    </Link>
  );
}

const WHEN: Column<AuditEventView> = {
  key: "when",
  head: "When",
  className: "desk:w-28 desk:[td&]:pt-2.5 [td&]:align-top",
  cell: ({ at }) => <Ago at={at} className="text-ink-2" />,
};

const WHO: Column<AuditEventView> = {
  key: "who",
  head: "Who",
  className: "desk:w-[24%] desk:[td&]:pt-2.5 [td&]:align-top",
  cell: ({ actor }) => <Who actor={actor} />,
};

const WHAT: Column<AuditEventView> = {
  key: "what",
  head: "What",
  className: "desk:[td&]:pt-2.5 [td&]:align-top",
  cell: (event) => (
    <>
      <p className="break-words" title={event.action}>
        {auditSentence(event)}
      </p>
      <Changes detail={event.detail} />
    </>
  ),
};

const FROM: Column<AuditEventView> = {
  key: "from",
  head: "Address",
  className: "desk:w-36 desk:[td&]:pt-2.5 [td&]:align-top",
  cell: ({ address }) =>
    address ? (
      <code title={address} className="block truncate text-11 text-ink-2">
        {address}
      </code>
    ) : null,
};

/** The log of one project. */
export const PROJECT_COLUMNS: readonly Column<AuditEventView>[] = [WHEN, WHO, WHAT, FROM];

/** The log of an organisation, which says in which project. */
export function organizationColumns(org: string): readonly Column<AuditEventView>[] {
  const where: Column<AuditEventView> = {
    key: "project",
    head: "Project",
    className: "desk:w-36 desk:[td&]:pt-2.5 [td&]:align-top",
    cell: ({ project }) => (project ? <Project org={org} project={project} /> : null),
  };
  return [WHEN, WHO, WHAT, where, FROM];
}
