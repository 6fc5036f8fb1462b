"use client";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { useOrganization } from "../shell/organization-context";
import { useViewer } from "../shell/viewer-context";
import { Button } from "../ui/button";
import { InviteDialog } from "./invite-dialog";

/** Invites people to the organisation whose settings are open, or to one of its projects. */
export function InviteButton() {
  const { slug, name, role } = useOrganization();
  const { projects } = useViewer();
  const [open, setOpen] = useState(false);
  const own = projects.filter(({ organization }) => organization.slug === slug);
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        <UserPlus size={14} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
        Invite people
      </Button>
      {open ? (
        <InviteDialog
          org={slug}
          project={null}
          places={{ organization: name, projects: own }}
          owner={role === "owner"}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
