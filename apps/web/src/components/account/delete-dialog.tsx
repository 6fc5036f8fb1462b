"use client";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/trpc/client";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { fieldError, formError } from "../ui/form-error";
import { Field } from "../ui/input";
import { QueryError } from "../ui/query-error";
import { PasswordField } from "./password-field";
import { useAccount } from "./use-account";

/** Asks for the own address, so that nobody deletes an account by a slip, and for the password if there is one. */
export function DeleteDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const { email, hasPassword } = useAccount();
  const [typed, setTyped] = useState("");
  const remove = useMutation(
    trpc.account.remove.mutationOptions({ onSuccess: () => window.location.assign("/signin") }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = new FormData(event.currentTarget).get("password");
    remove.mutate({ email: typed, ...(hasPassword ? { password: String(password ?? "") } : {}) });
  };
  const busy = remove.isPending || remove.isSuccess;
  const other = formError(remove.error, hasPassword ? ["/email", "/password"] : ["/email"]);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Delete your account?"
      description="Your memberships, grants, connected identities and security events are deleted at once. This cannot be undone."
    >
      <form onSubmit={submit} className="mt-3 flex flex-col gap-4">
        {other ? (
          <QueryError title="The account was not deleted" query={{ error: other }} onRetry={remove.reset} />
        ) : null}
        <Field
          label="Type your e-mail address to confirm"
          hint={<span className="break-all">{email}</span>}
          name="confirmation"
          autoComplete="off"
          spellCheck={false}
          required
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          error={fieldError(remove.error, "/email")}
        />
        {hasPassword ? (
          <PasswordField
            label="Password"
            name="password"
            autoComplete="current-password"
            required
            error={fieldError(remove.error, "/password")}
          />
        ) : null}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Keep account</Button>
          <Button
            type="submit"
            variant="danger"
            disabled={busy || typed.trim().toLowerCase() !== email.toLowerCase()}
          >
            {busy ? "Working…" : "Delete account"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
