"use client";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useTRPC } from "@/trpc/client";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { fieldError, formError } from "../ui/form-error";
import { QueryError } from "../ui/query-error";
import { NewPasswordField } from "./new-password-field";
import { PasswordField } from "./password-field";
import { signInAs } from "./sign-in-as";
import { useAccount } from "./use-account";
import { useAccountChanged } from "./use-account-changed";

/** Asks for the current password and the new one, and signs this browser in again. */
export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const { email, name } = useAccount();
  const changed = useAccountChanged();
  const [entering, setEntering] = useState(false);
  const change = useMutation(trpc.account.changePassword.mutationOptions());

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const password = String(form.get("password") ?? "");
    const current = String(form.get("current") ?? "");
    if (!(await change.mutateAsync({ current, password }).catch(() => null))) return;
    setEntering(true);
    const answer = await signInAs(email, password, "/account/security");
    if ("error" in answer) return window.location.assign(`/signin?${new URLSearchParams({ email })}`);
    await changed();
    toast.success("Your password is changed. All other browsers are signed out.");
    onClose();
  }

  const busy = change.isPending || entering;
  const other = formError(change.error, ["/current", "/password"]);
  return (
    <Dialog open onOpenChange={onClose} title="Change your password">
      <form onSubmit={(event) => void submit(event)} className="mt-3 flex flex-col gap-4">
        {other ? (
          <QueryError title="The password was not changed" query={{ error: other }} onRetry={change.reset} />
        ) : null}
        {/* So that password managers know whose password it is. */}
        <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordField
          label="Current password"
          name="current"
          autoComplete="current-password"
          required
          error={fieldError(change.error, "/current")}
        />
        <NewPasswordField
          label="New password"
          owner={{ email, name }}
          error={fieldError(change.error, "/password")}
          onEdit={change.reset}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" disabled={busy}>
            {busy ? "Working…" : "Change password"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
