"use client";
import type { OrganizationSummary } from "@heddle/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useViewer } from "../shell/viewer-context";
import { Button, buttonClass } from "../ui/button";
import { type Column, DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { PageSection } from "../ui/page-section";
import { DeletedOrganizations } from "./deleted-organizations";
import { LeaveDialog } from "./leave-dialog";

/** Every organisation that one belongs to or visits, and deleted ones that one may bring back. */
export function OrganizationsSection() {
  const trpc = useTRPC();
  const { mayCreate, projects } = useViewer();
  const { data } = useSuspenseQuery(trpc.organizations.list.queryOptions());
  const [leaving, setLeaving] = useState<OrganizationSummary | null>(null);
  const open = data.filter(({ deletedAt }) => deletedAt === null);
  const firstProject = (org: string) => projects.find(({ organization }) => organization.slug === org)?.slug;

  const columns: Column<OrganizationSummary>[] = [
    {
      key: "name",
      head: "Organisation",
      card: "lead",
      className: "max-desk:pr-20!",
      cell: ({ slug, name, role }) => {
        const project = firstProject(slug);
        const href = role ? `/${slug}/settings` : `/${slug}/${project}`;
        return role || project ? (
          <Link href={href} title={name} className="block truncate font-medium hover:underline">
            {name}
          </Link>
        ) : (
          <span className="block truncate font-medium">{name}</span>
        );
      },
    },
    {
      key: "role",
      head: "Your role",
      className: "desk:w-44",
      cell: ({ role }) => role ?? <span title="You see single projects only">guest</span>,
    },
    {
      key: "projects",
      head: "Projects",
      className: "desk:w-24 desk:text-right",
      cell: ({ projects: count }) => count,
    },
    {
      key: "people",
      head: "Members",
      className: "desk:w-24 desk:text-right",
      cell: ({ role, people }) => (role ? people : null),
    },
    {
      key: "leave",
      head: "",
      card: "corner",
      className: "desk:w-32 desk:text-right",
      cell: (each) =>
        each.role ? (
          <Button size="sm" aria-label={`Leave ${each.name}`} onClick={() => setLeaving(each)}>
            Leave
          </Button>
        ) : null,
    },
  ];
  return (
    <>
      <PageSection
        title="Organisations"
        intro="What you belong to, and where you are a guest of single projects: those you leave on their pages of members."
        action={
          mayCreate ? (
            <Link href="/new" className={buttonClass({ variant: "primary" })}>
              New organisation
            </Link>
          ) : null
        }
      >
        {open.length > 0 ? (
          <DataTable label="Organisations" columns={columns} rows={open} rowKey={({ slug }) => slug} />
        ) : (
          <div className="px-(--gutter)">
            <EmptyState title="You belong to no organisation">
              {mayCreate ? "Create one, or open" : "Open"} the invitation that somebody sent you.
            </EmptyState>
          </div>
        )}
      </PageSection>
      <DeletedOrganizations organizations={data.filter(({ deletedAt }) => deletedAt !== null)} />
      {leaving ? (
        <LeaveDialog org={leaving.slug} name={leaving.name} onClose={() => setLeaving(null)} />
      ) : null}
    </>
  );
}
