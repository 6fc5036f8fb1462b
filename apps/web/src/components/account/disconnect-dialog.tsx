"use client";
import type { Provider } from "@heddle/core";
import { useMutation } from "@tanstack/react-query";
import { toast } from "sonner";
import { useTRPC } from "@/trpc/client";
import { ConfirmDialog } from "../ui/dialog";
import { useAccountChanged } from "./use-account-changed";

interface DisconnectDialogProps {
  provider: Provider;
  name: string;
  onClose: () => void;
}

/** Asks before a way to sign in goes. The server keeps the last one. */
export function DisconnectDialog({ provider, name, onClose }: DisconnectDialogProps) {
  const trpc = useTRPC();
  const changed = useAccountChanged();
  const disconnect = useMutation(
    trpc.account.disconnect.mutationOptions({
      onSuccess: async () => {
        await changed();
        toast.success(`${name} is disconnected`);
      },
      onError: (error) => {
        const problem = error.data?.problem;
        toast.error(problem ? `${problem.message} ${problem.fix}` : "The server does not answer. Try again.");
      },
      onSettled: onClose,
    }),
  );
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Disconnect ${name}?`}
      description="You no longer sign in to Heddle with it. Your account there is not touched."
      action="Disconnect"
      pending={disconnect.isPending}
      onConfirm={() => disconnect.mutate({ provider })}
    />
  );
}
