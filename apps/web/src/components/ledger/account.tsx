import type { RunLedger } from "@heddle/core";
import { Check, CircleAlert, Clock3, TriangleAlert } from "lucide-react";
import { formatDuration } from "@/format/duration";
import { formatCount } from "@/format/number";
import { cn } from "../ui/cn";
import type { Column } from "../ui/data-table";
import { DataTable } from "../ui/data-table";
import { type AccountRow, accountRows } from "./account-rows";
import { ledgerVerdict } from "./verdict-words";

const LOOK = {
  good: { icon: Check, text: "text-success-text" },
  open: { icon: Clock3, text: "text-ink-2" },
  warning: { icon: TriangleAlert, text: "text-warning-text" },
  defect: { icon: CircleAlert, text: "text-failed-text" },
};

const TONE = {
  plain: "",
  quiet: "text-ink-3",
  warning: "font-medium text-warning-text",
  defect: "font-semibold text-failed-text",
};

function Figure({ value, row }: { value: number | null; row: AccountRow }) {
  if (value === null) return null;
  return (
    <span className={cn("tabular-nums", row.depth === 0 && "font-semibold", TONE[row.tone])}>
      {row.atLeast ? <span title="At least so many">≥ </span> : null}
      {formatCount(value)}
    </span>
  );
}

const COLUMNS: Column<AccountRow>[] = [
  {
    key: "name",
    head: "What became of it",
    card: "lead",
    className: "desk:w-52",
    cell: ({ name, depth, tone }) => (
      <span className={cn(depth === 0 ? "font-semibold" : "pl-4", TONE[tone])}>{name}</span>
    ),
  },
  {
    key: "events",
    head: "Events",
    card: "corner",
    className: "desk:w-24 desk:text-right",
    cell: (row) => <Figure value={row.events} row={row} />,
  },
  {
    key: "batches",
    head: "Batches",
    className: "desk:w-24 desk:text-right",
    cell: (row) =>
      row.batches === null ? null : <Figure value={row.batches} row={{ ...row, atLeast: false }} />,
  },
  {
    key: "words",
    head: "Which",
    card: "lead",
    className: "desk:pl-6",
    cell: ({ words }) => <span className="text-ink-2">{words}</span>,
  },
];

/** What became of all that the client recorded about the run, in sentences and in figures that add up. */
export function Account({ ledger }: { ledger: RunLedger }) {
  const { tone, title, more } = ledgerVerdict(ledger);
  const { icon: Icon, text } = LOOK[tone];
  const { longestDelayMs } = ledger.totals;
  return (
    <section aria-label="Account" className="border-b border-line pt-4 pb-5">
      <div className="mb-3 px-(--gutter)">
        <h2 className={cn("flex items-start gap-2 text-14 font-semibold", text)}>
          <Icon size={15} strokeWidth={1.6} absoluteStrokeWidth aria-hidden className="mt-0.5 shrink-0" />
          <span className="min-w-0 break-words">{title}</span>
        </h2>
        <p className="mt-0.5 max-w-160 text-12/5 text-ink-2">
          {more.map((sentence) => `${sentence} `)}
          What is stored was so at most {formatDuration(longestDelayMs)} after it arrived.
          {ledger.clockAheadMs === null ? null : (
            <span className="text-warning-text">
              {" "}
              The client's clock is at least {formatDuration(ledger.clockAheadMs)} ahead of the server's:
              times of this run are that much too late.
            </span>
          )}
        </p>
      </div>
      <DataTable label="Account" columns={COLUMNS} rows={accountRows(ledger)} rowKey={({ key }) => key} />
    </section>
  );
}
