"use client";
import { type ReactNode, useState } from "react";
import { useShell } from "../shell/shell-context";
import { Button } from "../ui/button";
import { PageSection } from "../ui/page-section";
import { DeleteProject } from "./project-general-delete";
import { TransferProject } from "./project-general-transfer";

function Action({ title, action, children }: { title: string; action: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 not-first:border-t not-first:border-line">
      <div className="min-w-0 flex-1 basis-64">
        <h3 className="font-medium">{title}</h3>
        <p className="text-12/5 text-ink-2">{children}</p>
      </div>
      {action}
    </div>
  );
}

/** What takes the project away from here. Only who manages both organisations can hand it over. */
export function ProjectDanger({ project }: { project: { name: string } }) {
  const { organizationRole } = useShell();
  const [open, setOpen] = useState<"transfer" | "delete" | null>(null);
  const mayTransfer = organizationRole === "owner" || organizationRole === "admin";
  const close = () => setOpen(null);
  return (
    <PageSection title="Danger zone">
      <div className="max-w-160 px-(--gutter)">
        <div className="rounded-3 border border-line-strong px-3">
          {mayTransfer ? (
            <Action title="Transfer" action={<Button onClick={() => setOpen("transfer")}>Transfer…</Button>}>
              Hand the project with its runs, keys and channels to another organisation that you manage.
            </Action>
          ) : null}
          <Action
            title="Delete"
            action={
              <Button variant="danger" onClick={() => setOpen("delete")}>
                Delete project…
              </Button>
            }
          >
            Close the project at once, and delete it for good seven days later.
          </Action>
        </div>
      </div>
      {open === "transfer" ? <TransferProject name={project.name} onClose={close} /> : null}
      {open === "delete" ? <DeleteProject name={project.name} onClose={close} /> : null}
    </PageSection>
  );
}
