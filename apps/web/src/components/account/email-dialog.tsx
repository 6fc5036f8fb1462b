"use client";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useTRPC } from "@/trpc/client";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { fieldError, formError } from "../ui/form-error";
import { QueryError } from "../ui/query-error";
import { EmailField } from "./email-field";
import { PasswordField } from "./password-field";
import { useAccountChanged } from "./use-account-changed";

/** Asks for the new address, and for the password once more. */
export function EmailDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const changed = useAccountChanged();
  const [email, setEmail] = useState("");
  const change = useMutation(
    trpc.account.changeEmail.mutationOptions({
      onSuccess: async ({ sent }) => {
        if (sent) return;
        await changed();
        toast.success("Your address is changed");
        onClose();
      },
    }),
  );

  if (change.data?.sent) {
    return (
      <Dialog open onOpenChange={onClose} title="Check your mail">
        <p role="status" className="mt-2 leading-5 text-ink-2">
          We wrote to <span className="font-medium break-all text-ink">{email}</span>. Open the link in it
          within a day. Until then you sign in with the old address, to which we sent a note.
        </p>
        <div className="mt-4 flex justify-end">
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        </div>
      </Dialog>
    );
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    change.mutate({ email, password: String(new FormData(event.currentTarget).get("password") ?? "") });
  };
  const other = formError(change.error, ["/email", "/password"]);
  return (
    <Dialog open onOpenChange={onClose} title="Change your e-mail address">
      <form onSubmit={submit} className="mt-3 flex flex-col gap-4">
        {other ? (
          <QueryError title="The address was not changed" query={{ error: other }} onRetry={change.reset} />
        ) : null}
        <EmailField
          label="New address"
          autoComplete="email"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          error={fieldError(change.error, "/email")}
        />
        <PasswordField
          label="Your password"
          name="password"
          autoComplete="current-password"
          required
          error={fieldError(change.error, "/password")}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" disabled={change.isPending}>
            {change.isPending ? "Working…" : "Change address"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
