"use client";
import type { QuarantinedBatch } from "@heddle/core";
import { formatBytes } from "@/format/number";
import { CheckBox } from "../runs/check-box";
import { Ago } from "../time/instant";
import { Button } from "../ui/button";
import type { Column } from "../ui/data-table";

interface Actions {
  selected: ReadonlySet<string>;
  busy: boolean;
  toggle: (id: string) => void;
  open: (id: string) => void;
  retry: (id: string) => void;
  remove: (id: string) => void;
}

const nameOf = ({ writer, batch }: QuarantinedBatch) => `${writer.slice(0, 8)}/${batch}`;

const PROJECT: Column<QuarantinedBatch> = {
  key: "project",
  head: "Project",
  className: "desk:w-48",
  cell: ({ org, project }) =>
    org === null ? (
      <span className="text-ink-3">gone</span>
    ) : (
      <span title={`${org}/${project}`} className="block truncate">
        {org}/{project}
      </span>
    ),
};

/** Columns of batches in quarantine; `everywhere` says whose they are, too. */
export function quarantineColumns(everywhere: boolean, actions: Actions): Column<QuarantinedBatch>[] {
  return [
    {
      key: "batch",
      head: "Batch",
      card: "lead",
      className: "desk:w-52",
      cell: (row) => (
        <span className="flex items-center gap-2">
          <button
            type="button"
            aria-pressed={actions.selected.has(row.id)}
            aria-label={`Select batch ${nameOf(row)}`}
            onClick={() => actions.toggle(row.id)}
            className="grid size-6 shrink-0 place-items-center rounded-1 max-desk:size-9"
          >
            <CheckBox checked={actions.selected.has(row.id)} />
          </button>
          <button
            type="button"
            title={`${row.writer}/${row.batch}`}
            onClick={() => actions.open(row.id)}
            className="min-w-0 truncate font-mono font-medium underline-offset-2 hover:underline"
          >
            {nameOf(row)}
          </button>
        </span>
      ),
    },
    ...(everywhere ? [PROJECT] : []),
    {
      key: "error",
      head: "Error",
      cell: (row) => (
        <button
          type="button"
          title={row.error}
          aria-label={`Show the error of batch ${nameOf(row)}`}
          onClick={() => actions.open(row.id)}
          className="block w-full truncate text-left underline-offset-2 hover:underline"
        >
          {row.error || "No reason was kept."}
        </button>
      ),
    },
    {
      key: "size",
      head: "Size",
      className: "desk:w-20 max-mid:desk:hidden",
      cell: ({ bytes }) => <span className="text-ink-2">{formatBytes(bytes)}</span>,
    },
    {
      key: "when",
      head: "Put aside",
      className: "desk:w-24",
      cell: ({ quarantinedAt }) => <Ago at={quarantinedAt} className="text-ink-2" />,
    },
    {
      key: "actions",
      head: "Actions",
      className: "desk:w-40 desk:text-right",
      cell: (row) => (
        <span className="inline-flex gap-1.5">
          <Button
            size="sm"
            disabled={actions.busy}
            aria-label={`Retry batch ${nameOf(row)}`}
            onClick={() => actions.retry(row.id)}
            className="max-desk:h-9 max-desk:px-3"
          >
            Retry
          </Button>
          <Button
            size="sm"
            variant="danger"
            disabled={actions.busy}
            aria-label={`Delete batch ${nameOf(row)}`}
            onClick={() => actions.remove(row.id)}
            className="max-desk:h-9 max-desk:px-3"
          >
            Delete
          </Button>
        </span>
      ),
    },
  ];
}
