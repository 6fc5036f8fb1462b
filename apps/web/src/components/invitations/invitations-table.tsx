"use client";
import type { InvitationView } from "@heddle/core";
import { IN_ORGANIZATION } from "../members/roles";
import { Instant } from "../time/instant";
import { Button } from "../ui/button";
import { type Column, DataTable } from "../ui/data-table";
import { Pill } from "../ui/pill";

interface InvitationsTableProps {
  label: string;
  invitations: readonly InvitationView[];
  /** Left out where all are to the same place. */
  organization?: string;
  onRevoke: (invitation: InvitationView) => void;
  onAgain: (invitation: InvitationView) => void;
}

const TONES = { open: "accent", accepted: "success", revoked: "neutral", expired: "warning" } as const;

function State({ state, expiresAt, acceptedBy }: InvitationView) {
  return (
    <span className="flex min-w-0 items-center gap-x-1.5 max-desk:flex-wrap">
      <Pill tone={TONES[state]}>{state}</Pill>
      {state === "open" ? (
        <span className="text-ink-3">
          until <Instant at={expiresAt} />
        </span>
      ) : null}
      {state === "accepted" ? (
        <span title={acceptedBy ?? undefined} className="min-w-0 truncate text-ink-3">
          by {acceptedBy ?? "somebody who is gone"}
        </span>
      ) : null}
    </span>
  );
}

/** Who was asked in, to what, and what became of it. */
export function InvitationsTable({ label, invitations, organization, ...on }: InvitationsTableProps) {
  const columns: Column<InvitationView>[] = [
    {
      key: "for",
      head: "For",
      card: "lead",
      className: "max-desk:pr-24!",
      cell: ({ email }) =>
        email ? (
          <span title={email} className="block truncate font-medium">
            {email}
          </span>
        ) : (
          <span className="text-ink-2">anyone with the link</span>
        ),
    },
    ...(organization
      ? [
          {
            key: "to",
            head: "To",
            className: "desk:w-44",
            cell: ({ project }: InvitationView) => (
              <span title={project?.name ?? organization} className="block truncate">
                {project?.name ?? `all of ${organization}`}
              </span>
            ),
          },
        ]
      : []),
    {
      key: "role",
      head: "Role",
      className: "desk:w-20",
      cell: ({ role }) => IN_ORGANIZATION[role].label,
    },
    { key: "state", head: "State", className: "desk:w-72", cell: (each) => <State {...each} /> },
    {
      key: "made",
      head: "Created",
      className: "desk:w-56 text-ink-2 max-wide:hidden",
      cell: ({ createdAt, createdBy }) => (
        <span title={createdBy ?? undefined} className="block truncate">
          <Instant at={createdAt} /> {createdBy ? `by ${createdBy}` : ""}
        </span>
      ),
    },
    {
      key: "end",
      head: "",
      card: "corner",
      className: "desk:w-32 desk:text-right",
      cell: (each) =>
        each.state === "open" ? (
          <Button
            size="sm"
            aria-label={`Revoke the invitation for ${each.email ?? "anyone with the link"}`}
            onClick={() => on.onRevoke(each)}
          >
            Revoke
          </Button>
        ) : each.state === "accepted" ? null : (
          <Button
            size="sm"
            aria-label={`Create the invitation for ${each.email ?? "anyone with the link"} again`}
            onClick={() => on.onAgain(each)}
          >
            Create again
          </Button>
        ),
    },
  ];
  return <DataTable label={label} columns={columns} rows={invitations} rowKey={({ id }) => id} />;
}
