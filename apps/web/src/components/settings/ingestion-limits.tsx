import { LIMITS } from "@heddle/contract";
import { MOST_WAITING } from "@heddle/core";
import { formatCount } from "@/format/number";
import { PageSection } from "../ui/page-section";

const DAY_MS = 86_400_000;
const mebibytes = (bytes: number) => `${bytes / 1024 ** 2} MiB`;

/** What the API takes, for those who wonder why something was refused. The SDK keeps to all of it by itself. */
export function IngestionLimits({ requestsPerMinute }: { requestsPerMinute: number }) {
  const facts: [string, string][] = [
    [
      "Requests",
      `${formatCount(requestsPerMinute)} a minute with each API key, counted by each web process; more is answered 429 with Retry-After`,
    ],
    [
      "Inbox",
      `${formatCount(MOST_WAITING.batches)} batches or ${MOST_WAITING.bytes / 1024 ** 3} GiB of the project may wait; beyond it, more is answered 429 until workers have caught up`,
    ],
    [
      "Batch",
      `${mebibytes(LIMITS.bodyBytes)} as it is sent, ${mebibytes(LIMITS.inflatedBytes)} decompressed, ${formatCount(LIMITS.eventsPerBatch)} events; more is answered 413 or 422`,
    ],
    [
      "Event",
      `${mebibytes(LIMITS.eventBytes)} as JSON, nested ${LIMITS.jsonDepth} deep, ${formatCount(LIMITS.jsonMembers)} members in an object`,
    ],
    [
      "Texts",
      `names of ${formatCount(LIMITS.nameLength)} characters, other texts of ${formatCount(LIMITS.textLength)}; ${LIMITS.tags} tags a run`,
    ],
    [
      "Profile",
      `${formatCount(LIMITS.columnsPerProfile)} columns, each with ${LIMITS.histogramBins} bins and ${LIMITS.topValues} frequent values`,
    ],
    [
      "Code version",
      `${formatCount(LIMITS.nodesPerVersion)} nodes, ${formatCount(LIMITS.filesPerVersion)} files of ${mebibytes(LIMITS.blobBytes)}`,
    ],
    [
      "Clock",
      `runs begun up to ${LIMITS.runAgeMs / DAY_MS} days ago, or up to ${LIMITS.runFutureMs / DAY_MS} day ahead`,
    ],
  ];
  return (
    <PageSection title="Limits" intro="What the API takes. The SDK keeps to it by itself.">
      <dl className="flex max-w-180 flex-col gap-2 px-(--gutter) text-13">
        {facts.map(([term, value]) => (
          <div key={term} className="flex gap-3 max-desk:flex-col max-desk:gap-0">
            <dt className="w-32 shrink-0 text-ink-3">{term}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </PageSection>
  );
}
