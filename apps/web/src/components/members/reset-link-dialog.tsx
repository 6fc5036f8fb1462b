"use client";
import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { CopyLine } from "../setup/step";
import { useOrganization } from "../shell/organization-context";
import { Instant } from "../time/instant";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { QueryError } from "../ui/query-error";

interface ResetLinkDialogProps {
  person: { userId: string; name: string; email: string };
  onClose: () => void;
}

/** Makes the link with which somebody chooses a new password, and shows it this once. */
export function ResetLinkDialog({ person, onClose }: ResetLinkDialogProps) {
  const trpc = useTRPC();
  const { slug: org } = useOrganization();
  const make = useMutation(trpc.members.resetLink.mutationOptions());
  const { userId, name, email } = person;

  if (make.data) {
    return (
      <Dialog
        open
        onOpenChange={onClose}
        title={`Password link for ${name}`}
        description={
          <>
            Copy it now: it is not shown again. It works once, until <Instant at={make.data.expiresAt} />.
            Give it to nobody but {email}: whoever opens it gets into the account.
          </>
        }
      >
        <CopyLine text={make.data.link} what="password link" />
        <div className="mt-4 flex justify-end">
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Create a password link for ${name}?`}
      description={`With it ${email} chooses a new password, where mail does not reach them. The present password works until then; links created before stop working.`}
    >
      {make.error ? (
        <div className="mt-3">
          <QueryError
            title="The link was not created"
            query={make}
            onRetry={() => make.mutate({ org, userId })}
          />
        </div>
      ) : null}
      <div className="mt-4 flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="primary" disabled={make.isPending} onClick={() => make.mutate({ org, userId })}>
          {make.isPending ? "Creating…" : "Create link"}
        </Button>
      </div>
    </Dialog>
  );
}
