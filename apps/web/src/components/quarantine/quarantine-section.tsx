"use client";
import { useQueryState } from "nuqs";
import { type ReactNode, useState } from "react";
import { Button } from "../ui/button";
import { DataTable } from "../ui/data-table";
import { ConfirmDialog } from "../ui/dialog";
import { EmptyState } from "../ui/empty-state";
import { PageSection } from "../ui/page-section";
import { QueryError } from "../ui/query-error";
import { SectionSkeleton } from "../ui/section-skeleton";
import { BatchDialog } from "./batch-dialog";
import { batchesInWords } from "./batches-in-words";
import { QuarantineBar } from "./quarantine-bar";
import { quarantineColumns } from "./quarantine-columns";
import type { QuarantineSource } from "./quarantine-source";
import { useTaking } from "./use-taking";

interface QuarantineSectionProps {
  source: QuarantineSource;
  /** Batches of several projects: says whose each is. */
  everywhere: boolean;
  /** What narrows the list down. */
  filter?: ReactNode;
}

/** Batches that could not be stored: why, and what to do with them. */
export function QuarantineSection({ source, everywhere, filter }: QuarantineSectionProps) {
  const query = source.list;
  const [open, setOpen] = useQueryState("batch");
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [deleting, setDeleting] = useState<string[] | "all" | null>(null);
  const taking = useTaking(source, () => {
    setPicked(new Set());
    setDeleting(null);
    void setOpen(null);
  });
  const busy = taking.retry.isPending || taking.remove.isPending;
  if (query.isPending) return <SectionSkeleton label="Loading the quarantine" />;
  const rows = query.data?.pages.flatMap(({ batches }) => batches) ?? [];
  const total = query.data?.pages.at(-1)?.total ?? 0;
  // What others took out meanwhile is selected no more.
  const selected = new Set(rows.flatMap(({ id }) => (picked.has(id) ? [id] : [])));
  const idsOf = (which: "selected" | null) => (which === null ? null : [...selected]);
  const columns = quarantineColumns(everywhere, {
    selected,
    busy,
    open: (id) => void setOpen(id),
    toggle: (id) => setPicked((before) => new Set(before.has(id) ? drop(before, id) : [...before, id])),
    retry: (id) => taking.retry.mutate([id]),
    remove: (id) => setDeleting([id]),
  });
  const doomed = deleting === "all" ? total : (deleting?.length ?? 0);
  return (
    <PageSection
      title="Quarantine"
      intro="Batches that were accepted, failed three times on their own and were put aside with the error. They stop nothing else, and wait here until somebody decides."
      action={filter}
    >
      {query.isError ? (
        <div className="px-(--gutter) pb-3">
          <QueryError
            title="The quarantine did not load"
            query={query}
            onRetry={() => void query.refetch()}
          />
        </div>
      ) : null}
      {rows.length > 0 ? (
        <>
          <QuarantineBar
            shown={rows.length}
            total={total}
            selected={selected.size}
            busy={busy}
            onSelectAll={(all) => setPicked(new Set(all ? rows.map(({ id }) => id) : []))}
            onRetry={(which) => taking.retry.mutate(idsOf(which))}
            onDelete={(which) => setDeleting(idsOf(which) ?? "all")}
          />
          <DataTable label="Quarantine" columns={columns} rows={rows} rowKey={({ id }) => id} />
        </>
      ) : query.isError ? null : (
        <div className="px-(--gutter)">
          <EmptyState title="Nothing is in quarantine">
            That is how it should be: every batch that was accepted is stored.
          </EmptyState>
        </div>
      )}
      {query.hasNextPage ? (
        <div className="px-(--gutter) pt-3">
          <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {query.isFetchingNextPage ? "Loading…" : "Show newer"}
          </Button>
        </div>
      ) : null}
      {open !== null && deleting === null ? (
        <BatchDialog
          id={open}
          source={source}
          busy={busy}
          onClose={() => void setOpen(null)}
          onRetry={() => taking.retry.mutate([open])}
          onDelete={() => setDeleting([open])}
        />
      ) : null}
      <ConfirmDialog
        open={deleting !== null}
        onOpenChange={(shown) => !shown && setDeleting(null)}
        title={`Delete ${batchesInWords(doomed)}?`}
        description="What is in them is lost: clients do not send again what was accepted. This cannot be undone."
        action={`Delete ${batchesInWords(doomed)}`}
        pending={taking.remove.isPending}
        onConfirm={() => taking.remove.mutate(deleting === "all" ? null : deleting)}
      />
    </PageSection>
  );
}

function drop(ids: ReadonlySet<string>, id: string): string[] {
  return [...ids].filter((other) => other !== id);
}
