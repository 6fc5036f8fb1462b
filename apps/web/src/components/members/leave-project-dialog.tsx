"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { useTRPC } from "@/trpc/client";
import { useShell } from "../shell/shell-context";
import { ConfirmDialog } from "../ui/dialog";

/** Asks, then gives back one's own role in the project. */
export function LeaveProjectDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  const { org, project, name, organizationRole } = useShell();
  const leave = useMutation(
    trpc.grants.leave.mutationOptions({
      onSuccess: async () => {
        if (organizationRole === null) {
          toast.success(`You left ${name}`);
          router.push("/");
          return;
        }
        toast.success("You gave back your role in this project");
        await Promise.all([
          client.invalidateQueries(trpc.grants.pathFilter()),
          client.invalidateQueries(trpc.projects.list.queryFilter()),
        ]);
      },
      onError: ({ message, data }) =>
        toast.error(`You are still in ${name}`, { description: [message, data?.problem?.fix].join(" ") }),
      onSettled: onClose,
    }),
  );
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Leave ${name}?`}
      description={
        organizationRole === null
          ? "You can no longer open it, at once. Only an invitation brings you back."
          : "You keep what your role in the organisation allows."
      }
      action="Leave"
      pending={leave.isPending}
      onConfirm={() => leave.mutate({ org, project })}
    />
  );
}
