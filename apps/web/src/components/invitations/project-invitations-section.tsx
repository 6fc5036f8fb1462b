"use client";
import type { InvitationView } from "@heddle/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useShell } from "../shell/shell-context";
import { EmptyState } from "../ui/empty-state";
import { PageSection } from "../ui/page-section";
import { QueryError } from "../ui/query-error";
import { SectionSkeleton } from "../ui/section-skeleton";
import { InvitationsTable } from "./invitations-table";
import { InviteDialog } from "./invite-dialog";
import { RevokeDialog } from "./revoke-dialog";

/** Invitations to the open project, for those who manage it. */
export function ProjectInvitationsSection() {
  const trpc = useTRPC();
  const { org, project, role } = useShell();
  const mayManage = role === "owner" || role === "admin";
  const list = useQuery({
    ...trpc.invitations.listForProject.queryOptions({ org, project }),
    enabled: mayManage,
  });
  const [revoking, setRevoking] = useState<InvitationView | null>(null);
  const [again, setAgain] = useState<InvitationView | null>(null);
  if (!mayManage) return null;
  if (list.isPending) return <SectionSkeleton label="Loading invitations" />;
  return (
    <PageSection
      title="Invitations to this project"
      intro="Who accepts one sees this project, and nothing else of the organisation."
    >
      {list.data && list.data.length > 0 ? (
        <InvitationsTable
          label="Invitations to this project"
          invitations={list.data}
          onRevoke={setRevoking}
          onAgain={setAgain}
        />
      ) : (
        <div className="px-(--gutter)">
          {list.data ? (
            <EmptyState title="Nobody is invited at the moment">
              Invitations to the whole organisation are on its own pages.
            </EmptyState>
          ) : (
            <QueryError
              title="The invitations did not load"
              query={list}
              onRetry={() => void list.refetch()}
            />
          )}
        </div>
      )}
      {again ? (
        <InviteDialog
          org={org}
          project={project}
          owner={false}
          role={again.role}
          email={again.email}
          onClose={() => setAgain(null)}
        />
      ) : null}
      <RevokeDialog org={org} project={project} invitation={revoking} onClose={() => setRevoking(null)} />
    </PageSection>
  );
}
