"use client";
import type { MemberView, Role } from "@heddle/core";
import { useState } from "react";
import { toast } from "sonner";
import { InviteButton } from "../invitations/invite-button";
import { LeaveDialog } from "../organization/leave-dialog";
import { useOrganization } from "../shell/organization-context";
import { Instant } from "../time/instant";
import { type Column, DataTable } from "../ui/data-table";
import { ConfirmDialog } from "../ui/dialog";
import { EmptyState } from "../ui/empty-state";
import { PageSection } from "../ui/page-section";
import { allowedRoles, mayRemove } from "./allowed-roles";
import { FilterField } from "./filter-field";
import { filterPeople } from "./filter-people";
import { GuestsSection } from "./guests-section";
import { MemberActions } from "./member-actions";
import { PersonName } from "./person-name";
import { ResetLinkDialog } from "./reset-link-dialog";
import { RoleMenu } from "./role-menu";
import { AS_ROLE, IN_ORGANIZATION } from "./roles";
import { useMembers } from "./use-members";

const FILTER_FROM = 10;

type Asking = { what: "remove" | "reset" | "leave"; person: { userId: string; name: string; email: string } };

/** Everybody in the organisation with their role; below, the guests of its projects. */
export function MembersSection() {
  const { slug: org, name: organization, role: mine, mayManage } = useOrganization();
  const { members, guests, change, remove } = useMembers();
  const [text, setText] = useState("");
  const [lowering, setLowering] = useState<{ person: MemberView; role: Role } | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const owners = members.filter(({ role }) => role === "owner").length;
  const shown = filterPeople(members, text);
  const close = () => setAsking(null);

  const columns: Column<MemberView>[] = [
    {
      key: "person",
      head: "Person",
      card: "lead",
      className: "desk:w-5/12 max-desk:pr-10!",
      cell: (person) => <PersonName {...person} />,
    },
    {
      key: "role",
      head: "Role",
      className: "desk:w-36",
      cell: (person) => (
        <RoleMenu
          of={person.name}
          role={person.role}
          roles={allowedRoles({ mine, target: person, owners })}
          texts={IN_ORGANIZATION}
          onChange={(role) => (person.you ? setLowering({ person, role }) : change(person, role))}
        />
      ),
    },
    {
      key: "since",
      head: "Since",
      className: "desk:w-32 text-ink-2",
      cell: ({ createdAt }) => <Instant at={createdAt} />,
    },
    {
      key: "more",
      head: "",
      card: "corner",
      className: "desk:text-right",
      cell: (person) =>
        person.you || mayManage ? (
          <MemberActions
            name={person.name}
            onLeave={person.you ? () => setAsking({ what: "leave", person }) : undefined}
            onResetLink={
              !person.you && allowedRoles({ mine, target: person, owners: 2 }).length > 0
                ? () => setAsking({ what: "reset", person })
                : undefined
            }
            onRemove={
              mayRemove({ mine, target: person, owners })
                ? () => setAsking({ what: "remove", person })
                : undefined
            }
          />
        ) : null,
    },
  ];

  return (
    <>
      <PageSection
        title="Members"
        count={members.length}
        intro="A role here holds in every project of the organisation. For one project only, invite people to that project."
        action={
          <div className="flex flex-wrap gap-2 max-desk:w-full">
            {members.length > FILTER_FROM ? (
              <FilterField label="Filter by name or e-mail" value={text} onChange={setText} />
            ) : null}
            {mayManage ? <InviteButton /> : null}
          </div>
        }
      >
        {shown.length > 0 ? (
          <DataTable label="Members" columns={columns} rows={shown} rowKey={({ userId }) => userId} />
        ) : (
          <div className="px-(--gutter)">
            <EmptyState title={`Nobody is called “${text}”`}>
              Every word has to be in the name or the e-mail address.
            </EmptyState>
          </div>
        )}
      </PageSection>
      <GuestsSection
        guests={filterPeople(guests, text)}
        filtered={text.trim() !== ""}
        onRemove={(person) => setAsking({ what: "remove", person })}
        onResetLink={(person) => setAsking({ what: "reset", person })}
      />
      {asking?.what === "reset" ? <ResetLinkDialog person={asking.person} onClose={close} /> : null}
      {asking?.what === "leave" ? <LeaveDialog org={org} name={organization} onClose={close} /> : null}
      <ConfirmDialog
        open={lowering !== null}
        onOpenChange={() => setLowering(null)}
        title={`Become ${lowering ? AS_ROLE[lowering.role] : ""}?`}
        description="You give up what your present role allows, at once. Only somebody else can give it back."
        action="Change my role"
        onConfirm={() => {
          if (lowering) change(lowering.person, lowering.role);
          setLowering(null);
        }}
      />
      <ConfirmDialog
        open={asking?.what === "remove"}
        onOpenChange={close}
        title={`Remove ${asking?.person.name ?? ""}?`}
        description={`${asking?.person.email ?? ""} loses ${organization} with all its projects at once. What they made stays. They can be invited again.`}
        action="Remove"
        pending={remove.isPending}
        onConfirm={() => {
          if (!asking) return;
          const { userId, name } = asking.person;
          remove.mutate(
            { org, userId },
            {
              onSuccess: () => toast.success(`${name} is removed`),
              onError: (error) => toast.error(`${name} was not removed`, { description: error.message }),
              onSettled: close,
            },
          );
        }}
      />
    </>
  );
}
