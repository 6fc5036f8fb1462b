"use client";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { CheckMail } from "@/components/account/check-mail";
import { EmailField } from "@/components/account/email-field";
import { Button } from "@/components/ui/button";
import { fieldError, formError } from "@/components/ui/form-error";
import { QueryError } from "@/components/ui/query-error";
import { useTRPC } from "@/trpc/client";

/** Asks for the address to which the link goes. */
export function RequestForm() {
  const trpc = useTRPC();
  const [email, setEmail] = useState("");
  const request = useMutation(trpc.account.requestReset.mutationOptions());

  if (request.data?.sent) {
    return (
      <CheckMail to={email} onAgain={request.reset}>
        If there is an account with this address, the link in the mail sets its new password. It works once,
        within an hour.
      </CheckMail>
    );
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    request.mutate({ email });
  };
  const other = formError(request.error, ["/email"]);
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {other ? (
        <QueryError title="No mail was sent" query={{ error: other }} onRetry={request.reset} />
      ) : null}
      <EmailField
        autoFocus
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        error={fieldError(request.error, "/email")}
      />
      <Button type="submit" variant="primary" size="lg" disabled={request.isPending}>
        {request.isPending ? "One moment…" : "Send the link"}
      </Button>
    </form>
  );
}
