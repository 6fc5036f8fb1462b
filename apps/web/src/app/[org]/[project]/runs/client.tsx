"use client";
import Link from "next/link";
import { useQueryStates } from "nuqs";
import { useMemo, useState } from "react";
import { Facets } from "@/components/runs/facets/facets";
import { FacetsSheet } from "@/components/runs/facets/facets-sheet";
import { StatusPills } from "@/components/runs/facets/status-pills";
import { RangePresets } from "@/components/runs/histogram/range-presets";
import { RunsHistogram } from "@/components/runs/histogram/runs-histogram";
import { QueryBar } from "@/components/runs/query/query-bar";
import { allRuns } from "@/components/runs/run-pages";
import { RunsList } from "@/components/runs/runs-list";
import { isFiltered, type RunsFilter } from "@/components/runs/runs-query";
import { useCounts } from "@/components/runs/use-counts";
import { useRuns } from "@/components/runs/use-runs";
import { Onboarding } from "@/components/setup/onboarding";
import { PageFrame } from "@/components/shell/page-frame";
import { useShell } from "@/components/shell/shell-context";
import { buttonClass } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { formatCount } from "@/format/number";
import { runsParams } from "./search-params";

const CRUMBS = [{ label: "Runs" }];

/** The runs of a project, newest first, live. */
export function RunsClient({ publicUrl }: { publicUrl: string }) {
  const { org, project, base } = useShell();
  const [filter, setFilter] = useQueryStates(runsParams, { history: "push" });
  const query = useRuns({ org, project }, filter);
  const { facets, histogram } = useCounts(filter);
  const runs = useMemo(() => (query.data ? allRuns(query.data) : []), [query.data]);
  const versions = useMemo(() => [...new Set(runs.flatMap(({ codeVersion }) => codeVersion ?? []))], [runs]);
  const onChange = (next: RunsFilter) => void setFilter(next);

  const nothing = query.data !== undefined && runs.length === 0 && !isFiltered(filter);
  // Stays when the first run comes: what is shown then says so and leads to it.
  const [teaching, setTeaching] = useState(nothing);
  if (nothing && !teaching) setTeaching(true);
  if (teaching) {
    return (
      <PageFrame crumbs={CRUMBS}>
        <Onboarding publicUrl={publicUrl} newest={null} />
      </PageFrame>
    );
  }
  const counted = facets && filter.changed.length === 0;
  const matches = counted
    ? `${formatCount(facets.total)}${facets.newest ? "+" : ""} ${facets.total === 1 ? "run" : "runs"}`
    : "";
  return (
    <PageFrame crumbs={CRUMBS}>
      <h1 className="sr-only">Runs</h1>
      <div className="flex shrink-0 items-start gap-2 border-b border-line py-2 pr-4 pl-(--gutter) max-desk:border-b-0 max-desk:py-2.5">
        <QueryBar filter={filter} onChange={onChange} facets={facets} versions={versions} matches={matches} />
        <div className="flex h-8 items-center gap-2 max-desk:hidden">
          <RangePresets filter={filter} onChange={onChange} />
        </div>
        <Link href={`${base}/setup`} className={cn(buttonClass(), "h-8! max-mid:hidden")}>
          Track a pipeline
        </Link>
        <FacetsSheet filter={filter} facets={facets} onChange={onChange} />
      </div>
      <StatusPills filter={filter} facets={facets} onChange={onChange} />
      <div className="flex min-h-0 flex-1 border-line max-desk:border-t">
        <aside
          aria-label="Filters"
          className="w-51 shrink-0 overflow-y-auto border-r border-line pt-0.5 max-wide:hidden"
        >
          <Facets filter={filter} facets={facets} onChange={onChange} />
        </aside>
        <div className="flex min-w-0 flex-1 flex-col">
          <RunsHistogram
            histogram={histogram}
            filter={filter}
            onRange={(range) => onChange({ ...filter, ...range })}
          />
          <RunsList query={query} runs={runs} filter={filter} onChange={onChange} />
        </div>
      </div>
    </PageFrame>
  );
}
