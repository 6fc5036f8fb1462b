"use client";
import type { RunStatus } from "@heddle/contract";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { useTRPC } from "@/trpc/client";
import { runName } from "../run/run-name";
import { StatusMark } from "../status/status-mark";
import { STATUS } from "../status/status-words";
import { Instant } from "../time/instant";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { QueryError } from "../ui/query-error";
import { Segmented } from "../ui/segmented";
import { useCompare } from "./compare-context";

interface RunChooserProps {
  /** Which side is being chosen. */
  side: "a" | "b";
  onClose: () => void;
}

interface Choice {
  id: string;
  number: number | null;
  status: RunStatus;
  startedAt: string;
  pipeline: string | null;
  codeVersion: string | null;
}

const WHY = {
  lastGood: "Last good before",
  previous: "Previous before",
  newest: "Newest of the pipeline of",
};
const SCOPES = [
  { value: "pipeline", label: "Same pipeline" },
  { value: "all", label: "All pipelines" },
] as const;

/** Chooses one of the two runs: what it is usually compared with, or any run that a search finds. */
export function RunChooser({ side, onClose }: RunChooserProps) {
  const { pair, summary, state } = useCompare();
  const trpc = useTRPC();
  const [query, setQuery] = useState("");
  const [scope, setScope] = useState<"pipeline" | "all">("pipeline");
  const text = useDeferredValue(query.trim());
  const { org, project } = pair;
  const other = side === "a" ? summary.b : summary.a;
  const pipeline = other.pipeline;
  const suggested = useQuery(trpc.compare.suggest.queryOptions({ org, project, runId: other.id }));
  const runs = useInfiniteQuery(
    trpc.runs.list.infiniteQueryOptions(
      {
        org,
        project,
        limit: 30,
        ...(text && { text }),
        ...(scope === "pipeline" && pipeline && { pipeline }),
      },
      { initialCursor: null, getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const found = runs.data?.pages.flatMap((page) => page.runs) ?? [];
  const choose = (id: string) => {
    onClose();
    state.compare(side === "a" ? id : pair.a, side === "b" ? id : pair.b);
  };
  const suggestions = text === "" ? (suggested.data ?? []) : [];
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={side === "a" ? "Choose run A, then" : "Choose run B, now"}
    >
      <label className="mt-3 flex h-9 items-center gap-1.5 rounded-2 border border-line-control px-2 text-13 text-ink-3 focus-within:border-accent focus-within:ring-1 focus-within:ring-accent">
        <Search size={14} strokeWidth={1.4} absoluteStrokeWidth aria-hidden className="shrink-0" />
        <input
          aria-label="Find run"
          placeholder="Find run: #12, a hash, a tag, an error"
          value={query}
          spellCheck={false}
          onChange={(event) => setQuery(event.target.value)}
          className="w-full bg-transparent text-ink outline-none"
        />
      </label>
      {pipeline ? (
        <div className="mt-2">
          <Segmented label="Which runs" value={scope} options={SCOPES} onChange={setScope} />
        </div>
      ) : null}
      {suggestions.length > 0 ? (
        <section aria-label="Suggested">
          <h3 className="mt-3 mb-1 text-11 font-medium text-ink-3">Suggested</h3>
          <ul className="-mx-2">
            {suggestions.map((run) => (
              <ChoiceRow
                key={run.id}
                run={{ ...run, pipeline: null, status: shown(run.status) }}
                note={`${WHY[run.why]} ${runName(other)}`}
                onChoose={choose}
              />
            ))}
          </ul>
        </section>
      ) : null}
      <section aria-label="Runs">
        <h3 className="mt-3 mb-1 text-11 font-medium text-ink-3">Runs, newest first</h3>
        {runs.isError ? (
          <QueryError title="The runs did not load" query={runs} onRetry={() => void runs.refetch()} />
        ) : null}
        {runs.data && found.length === 0 ? (
          <p className="py-2 text-12 text-ink-2">No run matches “{text}”.</p>
        ) : null}
        <ul className="-mx-2 min-h-60">
          {found.map((run) => (
            <ChoiceRow
              key={run.id}
              run={run}
              note={run.id === pair.a ? "is A" : run.id === pair.b ? "is B" : ""}
              onChoose={choose}
            />
          ))}
        </ul>
        {runs.hasNextPage ? (
          <Button size="sm" disabled={runs.isFetchingNextPage} onClick={() => void runs.fetchNextPage()}>
            {runs.isFetchingNextPage ? "Loading…" : "Older runs"}
          </Button>
        ) : null}
      </section>
    </Dialog>
  );
}

/** As it is stored; whether a run is lost only the list knows. */
function shown(status: string): RunStatus {
  return status === "succeeded" || status === "running" || status === "cancelled" ? status : "failed";
}

function ChoiceRow({ run, note, onChoose }: { run: Choice; note: string; onChoose: (id: string) => void }) {
  return (
    <li>
      <button
        type="button"
        onClick={() => onChoose(run.id)}
        className="flex min-h-8 w-full items-center gap-2 rounded-2 px-2 text-left text-12 -outline-offset-2 hover:bg-hover max-desk:min-h-10"
      >
        <StatusMark status={run.status} size={12} label={STATUS[run.status].label} />
        <span className="w-12 shrink-0 font-medium">{runName(run)}</span>
        <span className="min-w-0 flex-1 truncate text-ink-2">{note || run.pipeline}</span>
        <span className="shrink-0 font-mono text-[11.5px] text-ink-3">{run.codeVersion?.slice(0, 7)}</span>
        <Instant at={run.startedAt} className="w-20 shrink-0 text-right text-ink-3" />
      </button>
    </li>
  );
}
