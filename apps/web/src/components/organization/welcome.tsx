"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { useViewer } from "../shell/viewer-context";
import { Button, buttonClass } from "../ui/button";

function Way({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3 not-first:border-t not-first:border-line">
      <div className="min-w-0 flex-1 basis-64">
        <h2 className="font-medium break-words">{title}</h2>
        <p className="text-12/5 text-ink-2">{children}</p>
      </div>
      {action}
    </li>
  );
}

/** For people without any project: what they can do about it. */
export function Welcome() {
  const router = useRouter();
  const { person, organizations, mayCreate } = useViewer();
  const own = organizations.filter(({ deletedAt, role }) => deletedAt === null && role !== null);
  const deleted = organizations.filter(({ mayRestore }) => mayRestore);
  return (
    <div className="mx-auto w-full max-w-140 px-(--gutter) py-12 max-desk:py-6">
      <h1 className="text-20 font-semibold tracking-[-0.012em] break-words">Welcome, {person.name}</h1>
      <p className="mb-5 text-ink-2">You are in no project yet. Runs are seen in projects.</p>
      <ul className="rounded-3 border border-line">
        {own.map(({ slug, name, role }) => {
          const manages = role === "owner" || role === "admin";
          return (
            <Way
              key={slug}
              title={name}
              action={
                <Link
                  href={manages ? `/${slug}/settings/projects?new=1` : `/${slug}/settings/members`}
                  className={buttonClass({ variant: manages ? "primary" : "default" })}
                >
                  {manages ? "New project" : "See who is in it"}
                </Link>
              }
            >
              {manages
                ? "It has no project yet. Create the first one."
                : "It has no project yet. Its owners and admins can create one."}
            </Way>
          );
        })}
        {deleted.map(({ slug, name }) => (
          <Way
            key={slug}
            title={name}
            action={
              <Link href="/account/organizations" className={buttonClass()}>
                Restore…
              </Link>
            }
          >
            It was deleted. As an owner you can bring it back for seven days.
          </Way>
        ))}
        {mayCreate ? (
          <Way
            title="Create an organisation"
            action={
              <Link href="/new" className={buttonClass({ variant: own.length > 0 ? "default" : "primary" })}>
                New organisation
              </Link>
            }
          >
            For you and your team. Its first project comes right after.
          </Way>
        ) : null}
        <Way
          title="Wait for an invitation"
          action={<Button onClick={() => router.refresh()}>Look again</Button>}
        >
          Ask an owner or admin of your organisation to invite {person.email}, then open the link they send.
        </Way>
      </ul>
    </div>
  );
}
