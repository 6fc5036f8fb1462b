"use client";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { useShell } from "../shell/shell-context";
import { Button } from "../ui/button";
import { InviteDialog } from "./invite-dialog";

/** Invites people to the open project only; its admins may, also when they are guests themselves. */
export function ProjectInvite() {
  const { org, project } = useShell();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        <UserPlus size={14} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
        Invite to this project
      </Button>
      {open ? (
        <InviteDialog org={org} project={project} owner={false} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}
