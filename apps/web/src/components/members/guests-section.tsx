"use client";
import type { GuestView } from "@heddle/core";
import Link from "next/link";
import { useOrganization } from "../shell/organization-context";
import { type Column, DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { PageSection } from "../ui/page-section";
import { MemberActions } from "./member-actions";
import { PersonName } from "./person-name";
import { IN_PROJECT } from "./roles";

interface GuestsSectionProps {
  guests: readonly GuestView[];
  filtered: boolean;
  onRemove: (guest: GuestView) => void;
  onResetLink: (guest: GuestView) => void;
}

/** People with single projects only. */
export function GuestsSection({ guests, filtered, onRemove, onResetLink }: GuestsSectionProps) {
  const { slug: org, mayManage } = useOrganization();
  const columns: Column<GuestView>[] = [
    {
      key: "person",
      head: "Person",
      card: "lead",
      className: "desk:w-5/12 max-desk:pr-10!",
      cell: (guest) => <PersonName {...guest} />,
    },
    {
      key: "projects",
      head: "Projects",
      cell: ({ grants }) => (
        <span className="flex flex-wrap gap-x-3 gap-y-1 py-1">
          {grants.map(({ project, role }) => (
            <span key={project.slug} className="flex max-w-full min-w-0 gap-1.5">
              <Link
                href={`/${org}/${project.slug}/settings/members`}
                title={project.name}
                className="truncate underline decoration-line-strong underline-offset-2 hover:decoration-current"
              >
                {project.name}
              </Link>
              <span className="text-ink-3">{IN_PROJECT[role].label.toLowerCase()}</span>
            </span>
          ))}
        </span>
      ),
    },
    {
      key: "more",
      head: "",
      card: "corner",
      className: "desk:w-14 desk:text-right",
      cell: (guest) =>
        mayManage ? (
          <MemberActions
            name={guest.name}
            onRemove={() => onRemove(guest)}
            onResetLink={() => onResetLink(guest)}
          />
        ) : null,
    },
  ];
  return (
    <PageSection
      title="Guests"
      count={guests.length > 0 ? guests.length : undefined}
      intro="They see single projects, and nothing else of the organisation: no members, no settings, no other project."
    >
      {guests.length > 0 ? (
        <DataTable label="Guests" columns={columns} rows={guests} rowKey={({ userId }) => userId} />
      ) : (
        <div className="px-(--gutter)">
          <EmptyState title={filtered ? "No guest matches" : "No guests"}>
            {filtered
              ? "Every word has to be in the name or the e-mail address."
              : "Who is invited to one project only appears here."}
          </EmptyState>
        </div>
      )}
    </PageSection>
  );
}
