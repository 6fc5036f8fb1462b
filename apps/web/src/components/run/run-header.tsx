import type { RunDetail } from "@heddle/contract";
import { StatusMark } from "../status/status-mark";
import { Instant } from "../time/instant";
import { HashChip } from "../ui/hash-chip";
import { TagChip } from "../ui/tag-chip";
import { NodeCounts } from "./node-counts";
import { RunDuration } from "./run-duration";
import { RunMoves } from "./run-moves";
import { runName } from "./run-name";

const TAGS_SHOWN = 3;

function GitChip({ git }: { git: NonNullable<RunDetail["git"]> }) {
  const said = [git.message, git.author].filter(Boolean).join(", by ");
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5 text-12 text-ink-3" title={said || undefined}>
      {git.branch ? <span className="max-w-44 truncate font-mono text-[11.5px]">{git.branch}</span> : null}
      <HashChip hash={git.commit} what="commit" />
      {git.dirty ? (
        <span
          className="whitespace-nowrap text-warning-text"
          title="The working tree had changes that are not in the commit."
        >
          with local changes
        </span>
      ) : null}
    </span>
  );
}

function Tags({ tags }: { tags: Record<string, string> }) {
  const entries = Object.entries(tags);
  const rest = entries.slice(TAGS_SHOWN);
  return (
    <>
      {entries.slice(0, TAGS_SHOWN).map(([name, value]) => (
        <TagChip key={name} name={name} value={value} />
      ))}
      {rest.length > 0 ? (
        <span
          className="text-11 text-ink-3"
          title={rest.map(([name, value]) => `${name}: ${value}`).join("\n")}
        >
          {rest.length} more
        </span>
      ) : null}
    </>
  );
}

/** First line of a run's page: which run, of what code, started how, how long, how far. */
export function RunHeader({ run }: { run: RunDetail }) {
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-2.5 gap-y-1.5 px-(--gutter) pt-3 pb-2.5">
      <div className="flex min-w-0 items-center gap-2.5 max-desk:w-full">
        <StatusMark status={run.status} />
        <h1 className="truncate text-16 font-semibold tracking-[-.006em]">
          <span className="desk:hidden">{run.pipeline} </span>
          {runName(run)}
        </h1>
      </div>
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1 max-desk:basis-full">
        {run.codeVersion ? <HashChip hash={run.codeVersion} /> : null}
        {run.git ? <GitChip git={run.git} /> : null}
        <Tags tags={run.tags} />
        <span className="text-12 whitespace-nowrap text-ink-3">
          {run.trigger ? `${run.trigger}, ` : null}
          <Instant at={run.startedAt} />
        </span>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-12">
        <RunDuration run={run} />
        <span aria-hidden className="h-4 w-px bg-line max-desk:hidden" />
        <NodeCounts nodes={run.nodes} />
        <span aria-hidden className="h-4 w-px bg-line max-desk:hidden" />
        <RunMoves />
      </div>
    </header>
  );
}
