"use client";
import type { OrganizationSummary } from "@heddle/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { useTRPC } from "@/trpc/client";
import { Instant } from "../time/instant";
import { Button } from "../ui/button";
import { type Column, DataTable } from "../ui/data-table";
import { PageSection } from "../ui/page-section";

/** Organisations that were deleted lately and can come back. */
export function DeletedOrganizations({ organizations }: { organizations: OrganizationSummary[] }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const restore = useMutation(
    trpc.organizations.restore.mutationOptions({
      onSuccess: async (_answer, { slug }) => {
        toast.success(`“${organizations.find((each) => each.slug === slug)?.name ?? slug}” is back`);
        await Promise.all([
          client.invalidateQueries(trpc.organizations.list.queryFilter()),
          client.invalidateQueries(trpc.projects.list.queryFilter()),
        ]);
      },
      onError: ({ message, data }) =>
        toast.error("The organisation was not restored", {
          description: [message, data?.problem?.fix].join(" "),
        }),
    }),
  );
  if (organizations.length === 0) return null;
  const columns: Column<OrganizationSummary>[] = [
    {
      key: "name",
      head: "Organisation",
      card: "lead",
      className: "max-desk:pr-20!",
      cell: ({ name }) => (
        <span title={name} className="block truncate font-medium">
          {name}
        </span>
      ),
    },
    {
      key: "deleted",
      head: "Deleted",
      className: "desk:w-44",
      cell: ({ deletedAt }) => (deletedAt ? <Instant at={deletedAt} /> : null),
    },
    {
      key: "restore",
      head: "",
      card: "corner",
      className: "desk:w-32 desk:text-right",
      cell: ({ slug, name, mayRestore }) =>
        mayRestore ? (
          <Button
            size="sm"
            aria-label={`Restore ${name}`}
            disabled={restore.isPending}
            onClick={() => restore.mutate({ slug })}
          >
            Restore
          </Button>
        ) : null,
    },
  ];
  return (
    <PageSection title="Deleted" intro="Kept for seven days, then gone for good with everything in them.">
      <DataTable
        label="Deleted organisations"
        columns={columns}
        rows={organizations}
        rowKey={({ slug }) => slug}
      />
    </PageSection>
  );
}
