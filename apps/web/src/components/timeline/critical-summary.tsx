"use client";
import { formatDuration } from "@/format/duration";
import { formatCount } from "@/format/number";
import { useRun } from "../run/run-context";
import { StatusMark } from "../status/status-mark";
import { cn } from "../ui/cn";
import { PanelSection } from "../ui/side-panel";
import type { SlowNode } from "./slower";
import { SlowerNodes } from "./slower-nodes";
import { pathTime } from "./timeline-rows";

const SHOWN = 20;

/** The chain that the end waited for, and where the time went. Gives way to the panel of a node. */
export function CriticalSummary({ slow }: { slow: readonly SlowNode[] }) {
  const { model, state } = useRun();
  const { work, wait, beside } = pathTime(model);
  const path = model.critical.flatMap((name) => model.byName.get(name) ?? []);
  const longest = Math.max(1, ...path.map(({ name }) => lengthOf(model.spans.get(name))));
  const share = work + wait > 0 ? work / (work + wait) : 0;
  const rows = [
    ["Work on the path", work],
    ["Wait on the path", wait],
    ["Work beside it", beside],
  ] as const;
  if (path.length === 0) return null;
  return (
    <aside
      aria-label="Critical path"
      className="flex w-77 shrink-0 flex-col overflow-y-auto border-l border-line max-wide:hidden"
    >
      <div className="border-b border-line px-4 py-2.5">
        <h2 className="text-13 font-semibold">Critical path</h2>
        <p className="mt-0.5 text-12 text-ink-2">
          {formatCount(path.length)} {path.length === 1 ? "node holds" : "nodes hold"} {formatDuration(work)}{" "}
          of {formatDuration(model.end - model.start)}
        </p>
      </div>
      <ol className="border-b border-line px-4 py-1">
        {path.slice(0, SHOWN).map(({ name, status }) => {
          const length = lengthOf(model.spans.get(name));
          return (
            <li key={name} className="border-t border-line first:border-t-0">
              <button
                type="button"
                title={name}
                onClick={() => state.select(name)}
                className="grid h-8.5 w-full grid-cols-[minmax(0,1fr)_auto_56px] items-center gap-2 text-left text-12 hover:text-accent"
              >
                <span className="flex min-w-0 items-center gap-1.5">
                  <StatusMark status={status} size={12} />
                  <span className="truncate font-medium">{name}</span>
                </span>
                <span>{formatDuration(length)}</span>
                <span aria-hidden className="h-1 rounded-[1px] bg-transparent">
                  <span
                    className={cn(
                      "block h-full rounded-[1px]",
                      status === "failed" ? "bg-failed" : "bg-n500",
                    )}
                    style={{ width: `${Math.max(2, (length / longest) * 100)}%` }}
                  />
                </span>
              </button>
            </li>
          );
        })}
        {path.length > SHOWN ? (
          <li className="py-1.5 text-12 text-ink-3">{formatCount(path.length - SHOWN)} more</li>
        ) : null}
      </ol>
      <PanelSection title="Where the time went">
        <div aria-hidden className="flex h-2.5 gap-px">
          <span className="bg-ink-2" style={{ width: `${share * 100}%` }} />
          <span className="flex-1 bg-n200" />
        </div>
        <dl className="mt-1.5 text-12 leading-6">
          {rows.map(([term, value]) => (
            <div key={term} className="flex justify-between gap-3">
              <dt className="text-ink-3">{term}</dt>
              <dd>{formatDuration(value)}</dd>
            </div>
          ))}
        </dl>
      </PanelSection>
      <SlowerNodes slow={slow} />
    </aside>
  );
}

function lengthOf(span: { start: number; end: number } | undefined): number {
  return span ? span.end - span.start : 0;
}
