"use client";
import type { InvitationView } from "@heddle/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { useTRPC } from "@/trpc/client";
import { ConfirmDialog } from "../ui/dialog";

interface RevokeDialogProps {
  org: string;
  /** Given where the page is of a project. */
  project?: string;
  invitation: InvitationView | null;
  onClose: () => void;
}

/** Asks, then makes an invitation's link worthless. */
export function RevokeDialog({ org, project, invitation, onClose }: RevokeDialogProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const outcome = {
    onSuccess: async () => {
      toast.success("The invitation is revoked");
      await client.invalidateQueries(trpc.invitations.pathFilter());
    },
    onError: (error: { message: string }) =>
      toast.error("The invitation was not revoked", { description: error.message }),
    onSettled: onClose,
  };
  const whole = useMutation(trpc.invitations.revoke.mutationOptions(outcome));
  const single = useMutation(trpc.invitations.revokeForProject.mutationOptions(outcome));
  return (
    <ConfirmDialog
      open={invitation !== null}
      onOpenChange={onClose}
      title={`Revoke the invitation for ${invitation?.email ?? "anyone with the link"}?`}
      description="Its link stops working at once. You can create a new one."
      action="Revoke invitation"
      pending={whole.isPending || single.isPending}
      onConfirm={() => {
        if (!invitation) return;
        if (project === undefined) whole.mutate({ org, id: invitation.id });
        else single.mutate({ org, project, id: invitation.id });
      }}
    />
  );
}
