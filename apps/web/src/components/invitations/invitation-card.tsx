"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { signOut } from "next-auth/react";
import { useTRPC } from "@/trpc/client";
import { Button, buttonClass } from "../ui/button";
import { QueryError } from "../ui/query-error";

interface InvitationCardProps {
  token: string;
  person: { name: string; email: string };
  /** The only address that it is for; null for any. */
  email: string | null;
}

/** Accepts an invitation as the person who is signed in, or changes who that is. */
export function InvitationCard({ token, person, email }: InvitationCardProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  const accept = useMutation(
    trpc.invitations.accept.mutationOptions({
      onSuccess: async ({ org, project }) => {
        const list = { ...trpc.projects.list.queryOptions(), staleTime: 0 };
        const first = (await client.fetchQuery(list)).find(({ organization }) => organization.slug === org);
        const slug = project ?? first?.slug;
        router.push(slug ? `/${org}/${slug}` : `/${org}/settings`);
      },
    }),
  );
  const busy = accept.isPending || accept.isSuccess;
  const another = (
    <Button size="lg" disabled={busy} onClick={() => void signOut({ callbackUrl: `/invite/${token}` })}>
      Use another account
    </Button>
  );
  if (email !== null && email !== person.email) {
    return (
      <div className="flex flex-col gap-3">
        <p role="alert" className="leading-5 break-words text-ink-2">
          This invitation is for <strong className="font-medium text-ink">{email}</strong>, and you are signed
          in as <strong className="font-medium text-ink">{person.email}</strong>. Change the account, or ask
          for an invitation for your address.
        </p>
        {another}
      </div>
    );
  }
  if (accept.error?.data?.code === "CONFLICT") {
    return (
      <div className="flex flex-col gap-3">
        <p role="alert" className="leading-5 break-words text-ink-2">
          {accept.error.message} {accept.error.data.problem?.fix}
        </p>
        <Link href="/" className={buttonClass({ variant: "primary", size: "lg" })}>
          Go to your projects
        </Link>
        {another}
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-2">
      {accept.error ? (
        <QueryError title="The invitation was not accepted" query={accept} onRetry={accept.reset} />
      ) : null}
      <Button
        variant="primary"
        size="lg"
        disabled={busy}
        title={person.email}
        onClick={() => accept.mutate({ token })}
      >
        <span className="truncate">{busy ? "Accepting…" : `Accept as ${person.name}`}</span>
      </Button>
      {another}
      <p className="truncate text-center text-12 text-ink-3" title={person.email}>
        signed in as {person.email}
      </p>
    </div>
  );
}
