"use client";
import { type ReactNode, useState } from "react";
import { useOrganization } from "../shell/organization-context";
import { Button } from "../ui/button";
import { PageSection } from "../ui/page-section";
import { DeleteOrganization } from "./delete-organization";
import { LeaveDialog } from "./leave-dialog";
import { TransferOwnership } from "./transfer-ownership";

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

/** What takes the organisation away, from oneself or from all. */
export function OrganizationDanger() {
  const { slug, name, role } = useOrganization();
  const [open, setOpen] = useState<"transfer" | "leave" | "delete" | null>(null);
  const close = () => setOpen(null);
  const owner = role === "owner";
  return (
    <PageSection title={owner ? "Danger zone" : "Your membership"}>
      <div className="mx-(--gutter) max-w-150 rounded-3 border border-line-strong px-3">
        {owner ? (
          <Action
            title="Transfer ownership"
            action={<Button onClick={() => setOpen("transfer")}>Transfer…</Button>}
          >
            Another member becomes an owner in your place. You stay as an admin.
          </Action>
        ) : null}
        <Action title="Leave" action={<Button onClick={() => setOpen("leave")}>Leave…</Button>}>
          You lose all its projects at once.{" "}
          {owner ? "The last owner cannot leave: transfer the ownership or delete the organisation." : null}
        </Action>
        {owner ? (
          <Action
            title="Delete"
            action={
              <Button variant="danger" onClick={() => setOpen("delete")}>
                Delete organisation…
              </Button>
            }
          >
            Close it with all its projects at once, and delete everything for good seven days later.
          </Action>
        ) : null}
      </div>
      {open === "transfer" ? <TransferOwnership onClose={close} /> : null}
      {open === "leave" ? <LeaveDialog org={slug} name={name} onClose={close} /> : null}
      {open === "delete" ? <DeleteOrganization onClose={close} /> : null}
    </PageSection>
  );
}
