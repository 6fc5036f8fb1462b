"use client";
import { useMutation } from "@tanstack/react-query";
import { toast } from "sonner";
import { useTRPC } from "@/trpc/client";
import { Button } from "../ui/button";

/** Forgets what the browser has come with, then leads away. */
export function CancelButton({ to, label = "Cancel" }: { to: string; label?: string }) {
  const trpc = useTRPC();
  const cancel = useMutation(
    trpc.identity.cancel.mutationOptions({
      onSuccess: () => window.location.assign(to),
      onError: () => toast.error("The server does not answer. Try again."),
    }),
  );
  return (
    <Button size="lg" disabled={cancel.isPending || cancel.isSuccess} onClick={() => cancel.mutate()}>
      {label}
    </Button>
  );
}
