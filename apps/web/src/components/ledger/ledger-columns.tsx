import type { LedgerBatch, RunLedger } from "@heddle/core";
import { formatDuration } from "@/format/duration";
import { formatCount } from "@/format/number";
import { Instant } from "../time/instant";
import type { Column } from "../ui/data-table";
import { plural, range } from "./ledger-words";
import { WriterChip } from "./writer-chip";
import { WriterGaps } from "./writer-gaps";

const RIGHT = "desk:text-right";

export const BATCH_COLUMNS: Column<LedgerBatch>[] = [
  {
    key: "writer",
    head: "Writer",
    card: "lead",
    className: "desk:w-28",
    cell: ({ writer }) => <WriterChip writer={writer} />,
  },
  { key: "batch", head: "Batch", className: `desk:w-20 ${RIGHT}`, cell: ({ batch }) => formatCount(batch) },
  {
    key: "received",
    head: "Received",
    className: "desk:w-40",
    cell: ({ receivedAt }) => <Instant at={receivedAt} className="text-ink-2" />,
  },
  {
    key: "stored",
    head: "Stored",
    className: "desk:w-40",
    cell: ({ storedAt }) => <Instant at={storedAt} className="text-ink-2" />,
  },
  {
    key: "delay",
    head: "Delay",
    className: `desk:w-28 ${RIGHT}`,
    cell: ({ delayMs }) => formatDuration(delayMs),
  },
  {
    key: "events",
    head: "Events",
    className: `desk:w-24 ${RIGHT}`,
    cell: ({ events }) => formatCount(events),
  },
  {
    key: "numbers",
    head: "Numbers",
    className: "desk:pl-6",
    cell: ({ firstSeq, lastSeq }) => <span className="text-ink-2">{range(firstSeq, lastSeq)}</span>,
  },
  {
    key: "again",
    head: "Came again",
    className: "desk:w-36",
    cell: ({ repeats, stored }) => {
      if (stored > 1)
        return <span className="font-semibold text-failed-text">stored {formatCount(stored)} times</span>;
      return repeats ? `${plural(repeats, "time", "times")}, ignored` : null;
    },
  },
];

/** Columns of the writers of a ledger. */
export const writerColumns = (ledger: RunLedger): Column<RunLedger["writers"][number]>[] => [
  {
    key: "writer",
    head: "Writer",
    card: "lead",
    className: "desk:w-28",
    cell: ({ writer }) => <WriterChip writer={writer} />,
  },
  {
    key: "batches",
    head: "Batches",
    className: `desk:w-20 ${RIGHT}`,
    cell: ({ batches }) => formatCount(batches),
  },
  {
    key: "events",
    head: "Events",
    className: `desk:w-24 ${RIGHT}`,
    cell: ({ events }) => formatCount(events),
  },
  {
    key: "gaps",
    head: "Its numbers",
    className: "desk:pl-6",
    cell: (writer) => <WriterGaps writer={writer} ledger={ledger} />,
  },
];
