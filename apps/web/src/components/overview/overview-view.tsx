"use client";
import type { ReactNode } from "react";
import { formatCount } from "@/format/number";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { QueryError } from "../ui/query-error";
import { SectionSkeleton } from "../ui/section-skeleton";
import { Segmented } from "../ui/segmented";
import { OpenFailures } from "./open-failures";
import type { OverviewState } from "./overview-query";
import { OverviewSkeleton } from "./overview-skeleton";
import { PipelinesTable } from "./pipelines-table";
import { RecentChanges } from "./recent-changes";
import { SectionHead } from "./section-head";
import { SummaryFigures } from "./summary-figures";
import type { useOverview } from "./use-overview";

interface OverviewViewProps {
  base: string;
  state: OverviewState;
  queries: ReturnType<typeof useOverview>;
  onChange: (change: Partial<OverviewState>) => void;
  /** The choice of the time range, for where the top bar has no room for it. */
  range: ReactNode;
}

const MORE_ROWS = 50;

function newestWords({ pipeline, runs }: { pipeline: string; runs: number }): string {
  return `${pipeline}, ${formatCount(runs)} ${runs === 1 ? "run" : "runs"}`;
}

/** Figures, then the pipelines, then what fails and what changed. */
export function OverviewView({ base, state, queries, onChange, range }: OverviewViewProps) {
  const { health, failures, changes } = queries;
  const failed = (title: string, query: typeof health | typeof failures | typeof changes) => (
    <div className="p-(--gutter)">
      <QueryError title={title} query={query} onRetry={() => void query.refetch()} />
    </div>
  );
  if (!health.data)
    return health.isError ? failed("The pipelines did not load", health) : <OverviewSkeleton />;
  const { summary, pipelines, total, needALook } = health.data;
  const newest = failures.data?.failures[0];
  const inView = state.show === "look" ? needALook : total;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <SummaryFigures
        base={base}
        range={state.range}
        summary={summary}
        total={total}
        open={
          failures.data
            ? {
                count: failures.data.counts.open,
                newest: newest ? newestWords(newest) : null,
              }
            : null
        }
      />
      <section aria-label="Pipelines">
        <SectionHead title="Pipelines" note={`${formatCount(total)}${total > 1 ? ", worst first" : ""}`}>
          <span className="flex items-center gap-1 text-11 text-ink-3 max-mid:hidden">
            <span aria-hidden className="mr-0.5 inline-block h-2 w-4 bg-usual" />
            usual range
            <span className="ml-2">bar height is duration</span>
          </span>
          <Segmented
            label="Which pipelines"
            value={state.show}
            options={[
              { value: "all", label: `All ${formatCount(total)}` },
              {
                value: "look",
                label: `Needs a look ${formatCount(needALook)}`,
                title: "Failing, lost, late by their own rhythm, or slower than usual",
              },
            ]}
            onChange={(show) => onChange({ show })}
          />
          <span className="desk:hidden">{range}</span>
        </SectionHead>
        {pipelines.length > 0 ? (
          <PipelinesTable pipelines={pipelines} base={base} />
        ) : (
          <div className="p-(--gutter) pt-0">
            <EmptyState
              title="No pipeline needs a look"
              action={
                <Button size="sm" onClick={() => onChange({ show: "all" })}>
                  Show all
                </Button>
              }
            >
              None fails, is lost, is late by its own rhythm, or slower than usual.
            </EmptyState>
          </div>
        )}
        {pipelines.length < inView ? (
          <div className="border-b border-line px-(--gutter) py-1.5">
            <Button
              size="sm"
              variant="quiet"
              onClick={() => onChange({ rows: pipelines.length + MORE_ROWS })}
            >
              Show {formatCount(Math.min(MORE_ROWS, inView - pipelines.length))} more of {formatCount(inView)}
            </Button>
          </div>
        ) : null}
      </section>
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,480px)] max-mid:grid-cols-1">
        <div className="min-w-0 border-r border-line max-mid:border-r-0">
          {failures.data ? (
            <OpenFailures base={base} list={failures.data} pipelines={pipelines} />
          ) : failures.isError ? (
            failed("The open failures did not load", failures)
          ) : (
            <SectionSkeleton label="Loading open failures" />
          )}
        </div>
        {changes.data ? (
          <RecentChanges
            base={base}
            list={changes.data}
            shown={state.changes}
            onShow={(shown) => onChange({ changes: shown })}
          />
        ) : changes.isError ? (
          failed("What changed did not load", changes)
        ) : (
          <SectionSkeleton label="Loading what changed" />
        )}
      </div>
    </div>
  );
}
