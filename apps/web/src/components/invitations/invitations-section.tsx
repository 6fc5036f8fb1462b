"use client";
import type { InvitationView } from "@heddle/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useOrganization } from "../shell/organization-context";
import { useViewer } from "../shell/viewer-context";
import { EmptyState } from "../ui/empty-state";
import { PageSection } from "../ui/page-section";
import { InvitationsTable } from "./invitations-table";
import { InviteButton } from "./invite-button";
import { InviteDialog } from "./invite-dialog";
import { RevokeDialog } from "./revoke-dialog";

/** The organisation's invitations and those of its projects: open ones, then what became of the others. */
export function InvitationsSection() {
  const trpc = useTRPC();
  const { slug: org, name, role } = useOrganization();
  const { projects } = useViewer();
  const { data: invitations } = useSuspenseQuery(trpc.invitations.list.queryOptions({ org }));
  const [revoking, setRevoking] = useState<InvitationView | null>(null);
  const [again, setAgain] = useState<InvitationView | null>(null);
  const open = invitations.filter(({ state }) => state === "open");
  const past = invitations.filter(({ state }) => state !== "open");
  const table = { organization: name, onRevoke: setRevoking, onAgain: setAgain };
  return (
    <>
      <PageSection
        title="Open invitations"
        count={open.length > 0 ? open.length : undefined}
        intro="Each link lets one person in, once. The link itself is shown when it is created, and never again."
        action={<InviteButton />}
      >
        {open.length > 0 ? (
          <InvitationsTable label="Open invitations" invitations={open} {...table} />
        ) : (
          <div className="px-(--gutter)">
            <EmptyState title="Nobody is invited at the moment">
              Invite people to the whole organisation, or to one of its projects.
            </EmptyState>
          </div>
        )}
      </PageSection>
      {past.length > 0 ? (
        <PageSection title="Past invitations" intro="Accepted, revoked and expired ones, the latest first.">
          <InvitationsTable label="Past invitations" invitations={past} {...table} />
        </PageSection>
      ) : null}
      {again ? (
        <InviteDialog
          org={org}
          project={again.project?.slug ?? null}
          places={{ organization: name, projects: projects.filter((each) => each.organization.slug === org) }}
          owner={role === "owner"}
          role={again.role}
          email={again.email}
          onClose={() => setAgain(null)}
        />
      ) : null}
      <RevokeDialog org={org} invitation={revoking} onClose={() => setRevoking(null)} />
    </>
  );
}
