"use client";
import type { ProjectsOverview } from "@heddle/core";
import { Ago, Instant } from "../time/instant";
import { Button } from "../ui/button";
import { type Column, DataTable } from "../ui/data-table";
import { PageSection } from "../ui/page-section";
import { useRestoreProject } from "./use-restore-project";

type Project = ProjectsOverview["deleted"][number];

/** What was deleted lately, until when it can be had back, and the way to do so. */
export function DeletedProjects({ org, projects }: { org: string; projects: Project[] }) {
  const restore = useRestoreProject(org);
  const columns: Column<Project>[] = [
    {
      key: "name",
      head: "Name",
      cell: ({ name }) => (
        <span title={name} className="block truncate font-medium">
          {name}
        </span>
      ),
    },
    {
      key: "address",
      head: "Address",
      className: "desk:w-52",
      cell: ({ slug }) => (
        <code title={slug} className="block truncate text-ink-2">
          {slug}
        </code>
      ),
    },
    {
      key: "deleted",
      head: "Deleted",
      className: "desk:w-28",
      cell: ({ deletedAt }) => <Ago at={deletedAt} />,
    },
    {
      key: "until",
      head: "Gone for good",
      className: "desk:w-36",
      cell: ({ restorableUntil }) => <Instant at={restorableUntil} />,
    },
    {
      key: "restore",
      head: "Restore",
      className: "desk:w-28 desk:text-right",
      cell: ({ id, name }) => (
        <Button
          size="sm"
          aria-label={`Restore ${name}`}
          disabled={restore.isPending && restore.variables.id === id}
          onClick={() => restore.mutate({ org, id })}
        >
          Restore
        </Button>
      ),
    },
  ];
  return (
    <PageSection
      title="Deleted projects"
      intro="They are closed, but their runs are still there. After seven days they are gone for good; until then their addresses stay taken."
    >
      <DataTable label="Deleted projects" columns={columns} rows={projects} rowKey={({ id }) => id} />
    </PageSection>
  );
}
