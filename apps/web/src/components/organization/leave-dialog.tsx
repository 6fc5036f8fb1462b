"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { useTRPC } from "@/trpc/client";
import { ConfirmDialog } from "../ui/dialog";

interface LeaveDialogProps {
  org: string;
  name: string;
  onClose: () => void;
}

/** Asks, then ends one's own membership and goes home. */
export function LeaveDialog({ org, name, onClose }: LeaveDialogProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  const leave = useMutation(
    trpc.organizations.leave.mutationOptions({
      onSuccess: async () => {
        toast.success(`You left ${name}`);
        router.push("/account/organizations");
        await Promise.all([
          client.invalidateQueries(trpc.organizations.list.queryFilter()),
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
      description="You lose all its projects at once, also those that you were given singly. Only an invitation brings you back."
      action="Leave"
      pending={leave.isPending}
      onConfirm={() => leave.mutate({ org })}
    />
  );
}
