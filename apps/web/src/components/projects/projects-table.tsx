import type { ProjectsOverview } from "@heddle/core";
import Link from "next/link";
import { formatCount, formatPercent } from "@/format/number";
import { Ago } from "../time/instant";
import { buttonClass } from "../ui/button";
import { type Column, DataTable } from "../ui/data-table";
import { retentionWords } from "./retention-words";

type Project = ProjectsOverview["projects"][number];

interface ProjectsTableProps {
  org: string;
  projects: Project[];
  mayManage: boolean;
}

/** Each project with its last run, how many there were, how they went, and how long they are kept. */
export function ProjectsTable({ org, projects, mayManage }: ProjectsTableProps) {
  const columns: Column<Project>[] = [
    {
      key: "name",
      head: "Name",
      cell: ({ name, slug, description }) => (
        <>
          <Link
            href={`/${org}/${slug}`}
            title={name}
            className="block truncate font-medium hover:text-accent hover:underline"
          >
            {name}
          </Link>
          {description ? (
            <span title={description} className="block truncate text-ink-3">
              {description}
            </span>
          ) : null}
        </>
      ),
    },
    {
      key: "last",
      head: "Last run",
      className: "desk:w-28",
      cell: ({ lastRunAt }) =>
        lastRunAt ? <Ago at={lastRunAt} /> : <span className="text-ink-3">never</span>,
    },
    {
      key: "runs",
      head: "Runs",
      className: "desk:w-24 desk:text-right",
      cell: ({ runs }) => (
        <span title="Recorded so far, whether or not they are still kept" className="tabular-nums">
          {formatCount(runs)}
        </span>
      ),
    },
    {
      key: "success",
      head: "Success",
      className: "desk:w-24 desk:text-right",
      cell: ({ success }) =>
        success === null ? null : (
          <span
            title="Among the last twenty runs, of those that succeeded or failed"
            className="tabular-nums"
          >
            {success === 1 ? "100 %" : formatPercent(success)}
          </span>
        ),
    },
    {
      key: "kept",
      head: "Kept",
      className: "desk:w-32 desk:pl-6",
      cell: ({ retentionDays }) => <span className="text-ink-2">{retentionWords(retentionDays)}</span>,
    },
  ];
  const settings: Column<Project> = {
    key: "settings",
    head: "Settings",
    className: "desk:w-28 desk:text-right",
    cell: ({ name, slug }) => (
      <Link
        href={`/${org}/${slug}/settings`}
        aria-label={`Settings of ${name}`}
        className={buttonClass({ size: "sm" })}
      >
        Settings
      </Link>
    ),
  };
  return (
    <DataTable
      label="Projects"
      columns={mayManage ? [...columns, settings] : columns}
      rows={projects}
      rowKey={({ id }) => id}
    />
  );
}
