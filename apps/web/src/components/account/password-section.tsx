"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { useTRPC } from "@/trpc/client";
import { Button } from "../ui/button";
import { PageSection } from "../ui/page-section";
import { PasswordDialog } from "./password-dialog";
import { useAccount } from "./use-account";

/** The password, or how to get a first one. */
export function PasswordSection() {
  const { hasPassword } = useAccount();
  return hasPassword ? <ChangePassword /> : <FirstPassword />;
}

function ChangePassword() {
  const [changing, setChanging] = useState(false);
  return (
    <PageSection
      title="Password"
      intro="Changing it signs you out everywhere except in this browser."
      action={<Button onClick={() => setChanging(true)}>Change password</Button>}
    >
      {changing ? <PasswordDialog onClose={() => setChanging(false)} /> : null}
    </PageSection>
  );
}

/** By a link to the person's address: an open browser is not enough to add a way in. */
function FirstPassword() {
  const trpc = useTRPC();
  const { email, mail } = useAccount();
  const request = useMutation(
    trpc.account.requestReset.mutationOptions({
      onSuccess: () => toast.success(`We wrote to ${email}. The link in it sets your password.`),
      onError: (error) => toast.error(error.data?.problem?.fix ?? "The server does not answer. Try again."),
    }),
  );
  return (
    <PageSection
      title="Password"
      intro={
        mail
          ? `You sign in without one. To set one, open the link that we send to ${email}.`
          : "You sign in without one. To set one, ask an owner or admin of your organisation for a link. They can create one under Settings, Members."
      }
      action={
        mail ? (
          <Button disabled={request.isPending || request.isSuccess} onClick={() => request.mutate({ email })}>
            {request.isSuccess ? "Link sent" : "Send me the link"}
          </Button>
        ) : null
      }
    >
      {null}
    </PageSection>
  );
}
