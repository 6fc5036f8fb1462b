"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { useTRPC } from "@/trpc/client";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/dialog";
import { PageSection } from "../ui/page-section";

/** Ends what goes on elsewhere. */
export function SessionsSection() {
  const trpc = useTRPC();
  const [asking, setAsking] = useState(false);
  const end = useMutation(
    trpc.account.endSessions.mutationOptions({
      onSuccess: () => window.location.assign("/signin"),
      onError: () => {
        setAsking(false);
        toast.error("You are still signed in everywhere: the server does not answer. Try again.");
      },
    }),
  );
  return (
    <PageSection
      title="Sessions"
      intro="You stay signed in for 14 days in each browser. “Sign out” in the menu ends only this one."
      action={<Button onClick={() => setAsking(true)}>Sign out everywhere</Button>}
    >
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Sign out everywhere?"
        description="Every browser that is signed in to your account is signed out at once, this one too."
        action="Sign out everywhere"
        pending={end.isPending || end.isSuccess}
        onConfirm={() => end.mutate()}
      />
    </PageSection>
  );
}
