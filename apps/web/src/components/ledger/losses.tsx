import type { RunLedger } from "@heddle/core";
import { formatCount } from "@/format/number";
import { Instant } from "../time/instant";
import type { Column } from "../ui/data-table";
import { DataTable } from "../ui/data-table";
import { PageSection } from "../ui/page-section";
import { dropWords } from "./drop-words";
import { WriterChip } from "./writer-chip";

interface Loss {
  key: string;
  who: string;
  reason: string;
  detail: string;
  events: number;
}

const LOSS_COLUMNS: Column<Loss>[] = [
  { key: "who", head: "By", card: "lead", className: "desk:w-28", cell: ({ who }) => who },
  {
    key: "reason",
    head: "Reason",
    className: "desk:w-44",
    cell: ({ reason }) => <span className="font-mono text-11">{reason}</span>,
  },
  {
    key: "events",
    head: "Events",
    className: "desk:w-24 desk:text-right",
    cell: ({ events }) => formatCount(events),
  },
  {
    key: "detail",
    head: "Why",
    cell: ({ detail }) => (detail ? <span className="break-words text-ink-2">{detail}</span> : null),
  },
];

const QUARANTINE_COLUMNS: Column<RunLedger["quarantined"][number]>[] = [
  {
    key: "writer",
    head: "Writer",
    card: "lead",
    className: "desk:w-28",
    cell: ({ writer }) => <WriterChip writer={writer} />,
  },
  {
    key: "batch",
    head: "Batch",
    className: "desk:w-20 desk:text-right",
    cell: ({ batch }) => formatCount(batch),
  },
  {
    key: "when",
    head: "Set aside",
    className: "desk:w-40",
    cell: ({ quarantinedAt }) => <Instant at={quarantinedAt} className="text-ink-2" />,
  },
  {
    key: "error",
    head: "Error",
    cell: ({ error }) => <span className="font-mono text-11 break-words text-failed-text">{error}</span>,
  },
];

/** What was sent, or was to be, and is not stored; nothing where nothing is known to be missing. */
export function Losses({ ledger }: { ledger: Pick<RunLedger, "refused" | "quarantined" | "sum"> }) {
  const losses: Loss[] = [
    ...ledger.refused.map(({ code, events, message, fix }) => {
      const detail = [message, fix].filter(Boolean).join(" ");
      return { key: `server ${code}`, who: "server", reason: code, detail, events };
    }),
    ...ledger.sum.droppedBy.map(({ reason, events }) => {
      return { key: `client ${reason}`, who: "client", reason, detail: dropWords(reason) ?? "", events };
    }),
  ];
  return (
    <>
      {losses.length > 0 ? (
        <PageSection
          title="Events that are not stored"
          intro="Refused by the server in batches of these writers, or dropped by the client."
        >
          <DataTable
            label="Events that are not stored"
            columns={LOSS_COLUMNS}
            rows={losses}
            rowKey={({ key }) => key}
          />
        </PageSection>
      ) : null}
      {ledger.quarantined.length > 0 ? (
        <PageSection
          title="Batches set aside"
          intro="They arrived from these writers and could not be stored. They may be about other runs, too."
        >
          <DataTable
            label="Batches set aside"
            columns={QUARANTINE_COLUMNS}
            rows={ledger.quarantined}
            rowKey={({ id }) => id}
          />
        </PageSection>
      ) : null}
    </>
  );
}
