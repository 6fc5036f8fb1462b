"use client";
import type { InvitationView } from "@heddle/core";
import { AS_ROLE } from "../members/roles";
import { CopyLine } from "../setup/step";
import { Instant } from "../time/instant";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";

interface InvitationMadeProps {
  invitation: InvitationView & { link: string; mailed: boolean };
  onAgain: () => void;
  onClose: () => void;
}

/** The link of a new invitation, shown this once. */
export function InvitationMade({ invitation, onAgain, onClose }: InvitationMadeProps) {
  const { link, mailed, email, project, role, expiresAt } = invitation;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Invitation created"
      description={
        <>
          {email ? `With this link ${email} joins` : "Whoever opens this link first and accepts joins"}{" "}
          {project ? `the project ${project.name}` : "the organisation"} as {AS_ROLE[role]}. It works once,
          until <Instant at={expiresAt} />.
        </>
      }
    >
      <CopyLine text={link} what="invitation link" />
      <p className="mt-2 text-12 text-ink-2">
        {mailed
          ? `The link is on its way to ${email}. You can also send it yourself: it is not shown again.`
          : "Send it to them yourself: it was not mailed, and it is not shown again."}
      </p>
      <div className="mt-4 flex justify-end gap-2">
        <Button onClick={onAgain}>Invite another</Button>
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      </div>
    </Dialog>
  );
}
