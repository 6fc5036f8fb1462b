"use client";
import type { QuarantinedBatch } from "@heddle/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { formatBytes } from "@/format/number";
import { Instant } from "../time/instant";
import { Button } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { Dialog } from "../ui/dialog";
import { QueryError } from "../ui/query-error";
import { SectionSkeleton } from "../ui/section-skeleton";
import { BatchContents } from "./batch-contents";
import type { Failure, QuarantineSource } from "./quarantine-source";

interface BatchDialogProps {
  id: string;
  source: QuarantineSource;
  busy: boolean;
  onClose: () => void;
  onRetry: () => void;
  onDelete: () => void;
}

/** One batch in quarantine with the whole of its error. */
export function BatchDialog({ id, source, busy, onClose, onRetry, onDelete }: BatchDialogProps) {
  const query = useQuery<QuarantinedBatch, Failure>({
    queryKey: ["quarantine", source.key, "batch", id],
    queryFn: () => source.detail(id),
  });
  const { data } = query;
  const facts: [string, ReactNode][] = data
    ? [
        ["Project", data.org === null ? "gone" : `${data.org}/${data.project}`],
        ["Writer and number", <code key="name">{`${data.writer}/${data.batch}`}</code>],
        ["Size as it came", formatBytes(data.bytes)],
        ["Received", <Instant key="received" at={data.receivedAt} />],
        ["Put aside", <Instant key="aside" at={data.quarantinedAt} />],
      ]
    : [];
  return (
    <Dialog open onOpenChange={(shown) => !shown && onClose()} title="Batch in quarantine" wide>
      {query.isPending ? <SectionSkeleton label="Loading the batch" /> : null}
      {query.isError ? (
        <div className="mt-3">
          <QueryError title="The batch did not load" query={query} onRetry={() => void query.refetch()} />
        </div>
      ) : null}
      {data ? (
        <>
          <dl className="mt-2 flex flex-col gap-1 text-12">
            {facts.map(([term, value]) => (
              <div key={term} className="flex gap-3 max-desk:flex-col max-desk:gap-0">
                <dt className="w-36 shrink-0 text-ink-3">{term}</dt>
                <dd className="min-w-0 break-all">{value}</dd>
              </div>
            ))}
          </dl>
          <div className="mt-4 mb-1 flex items-center justify-between">
            <h3 className="text-12 font-medium">Error</h3>
            <CopyButton text={data.error} what="error" />
          </div>
          <section
            aria-label="Error"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
            tabIndex={0}
            className="max-h-72 min-h-10 shrink-0 overflow-auto rounded-2 border border-line bg-bg p-2.5"
          >
            <pre className="font-mono text-11 break-words whitespace-pre-wrap">
              {data.error || "No reason was kept."}
            </pre>
          </section>
          <h3 className="mt-4 mb-1 text-12 font-medium">Content</h3>
          <BatchContents key={id} id={id} source={source} />
          <div className="mt-5 flex justify-end gap-2">
            <Button variant="danger" disabled={busy} onClick={onDelete}>
              Delete
            </Button>
            <Button variant="primary" disabled={busy} onClick={onRetry}>
              Retry
            </Button>
          </div>
        </>
      ) : null}
    </Dialog>
  );
}
