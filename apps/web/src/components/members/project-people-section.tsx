"use client";
import type { ProjectPerson } from "@heddle/core";
import { useState } from "react";
import { toast } from "sonner";
import { ProjectInvite } from "../invitations/project-invite";
import { useShell } from "../shell/shell-context";
import { type Column, DataTable } from "../ui/data-table";
import { ConfirmDialog } from "../ui/dialog";
import { EmptyState } from "../ui/empty-state";
import { PageSection } from "../ui/page-section";
import { FilterField } from "./filter-field";
import { filterPeople } from "./filter-people";
import { LeaveProjectDialog } from "./leave-project-dialog";
import { MemberActions } from "./member-actions";
import { PersonName } from "./person-name";
import { ProjectRole } from "./project-role";
import { IN_ORGANIZATION } from "./roles";
import { useProjectPeople } from "./use-project-people";

const FILTER_FROM = 10;

/** Everybody who can open the project, why, and what they may do in it. */
export function ProjectPeopleSection() {
  const { org, project, name: projectName, organizationName, role } = useShell();
  const { people, give, remove } = useProjectPeople();
  const [text, setText] = useState("");
  const [removing, setRemoving] = useState<ProjectPerson | null>(null);
  const [leaving, setLeaving] = useState(false);
  const mayManage = role === "owner" || role === "admin";
  const shown = filterPeople(people, text);

  const columns: Column<ProjectPerson>[] = [
    {
      key: "person",
      head: "Person",
      card: "lead",
      className: "desk:w-5/12 max-desk:pr-10!",
      cell: (person) => <PersonName {...person} />,
    },
    {
      key: "role",
      head: "Role here",
      className: "desk:w-36",
      cell: (person) => (
        <ProjectRole person={person} mayManage={mayManage} onChange={(next) => give(person, next)} />
      ),
    },
    {
      key: "why",
      head: "Because",
      className: "text-ink-2",
      cell: ({ organizationRole, grantRole }) => (
        <span title={organizationName} className="block truncate">
          {[
            organizationRole &&
              `${IN_ORGANIZATION[organizationRole].label.toLowerCase()} of the organisation`,
            grantRole && `${IN_ORGANIZATION[grantRole].label.toLowerCase()} of this project`,
          ]
            .filter(Boolean)
            .join(", ")}
        </span>
      ),
    },
    {
      key: "more",
      head: "",
      card: "corner",
      className: "desk:w-14 desk:text-right",
      cell: (person) => (
        <MemberActions
          name={person.name}
          onRemove={mayManage && person.grantRole && !person.you ? () => setRemoving(person) : undefined}
          onLeave={person.you && person.grantRole ? () => setLeaving(true) : undefined}
        />
      ),
    },
  ];

  return (
    <>
      <PageSection
        title="People"
        count={people.length}
        intro={`Members of ${organizationName} can open all its projects. A role in this project adds to that for the one person, and never takes anything away.`}
        action={
          <div className="flex flex-wrap gap-2 max-desk:w-full">
            {people.length > FILTER_FROM ? (
              <FilterField label="Filter by name or e-mail" value={text} onChange={setText} />
            ) : null}
            {mayManage ? <ProjectInvite /> : null}
          </div>
        }
      >
        {shown.length > 0 ? (
          <DataTable label="People" columns={columns} rows={shown} rowKey={({ userId }) => userId} />
        ) : (
          <div className="px-(--gutter)">
            <EmptyState title={`Nobody is called “${text}”`}>
              Every word has to be in the name or the e-mail address.
            </EmptyState>
          </div>
        )}
      </PageSection>
      {leaving ? <LeaveProjectDialog onClose={() => setLeaving(false)} /> : null}
      <ConfirmDialog
        open={removing !== null}
        onOpenChange={() => setRemoving(null)}
        title={`Take away the role of ${removing?.name ?? ""}?`}
        description={
          removing?.organizationRole
            ? `${removing.email} keeps what the role in the organisation allows: ${IN_ORGANIZATION[removing.organizationRole].label.toLowerCase()}.`
            : `${removing?.email ?? ""} can no longer open ${projectName}, at once.`
        }
        action="Take away"
        pending={remove.isPending}
        onConfirm={() => {
          if (!removing) return;
          const { userId, name } = removing;
          remove.mutate(
            { org, project, userId },
            {
              onSuccess: () => toast.success(`${name} has no role of their own in this project any more`),
              onError: (error) => toast.error("The role was not taken away", { description: error.message }),
              onSettled: () => setRemoving(null),
            },
          );
        }}
      />
    </>
  );
}
