"use client";
import type { FailureState } from "@heddle/core";
import { formatCount } from "@/format/number";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import type { AlertsFilter } from "./alerts-filter";
import { STATE_WORDS } from "./failure-words";

interface NoFailuresProps {
  filter: AlertsFilter;
  counts: Record<FailureState, number>;
  /** There are failures beyond those that were looked at. */
  more: boolean;
  mayEdit: boolean;
  onChange: (change: Partial<AlertsFilter>) => void;
}

/** What is not there, why, and what would be. */
export function NoFailures({ filter, counts, more, mayEdit, onChange }: NoFailuresProps) {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (total === 0 && filter.pipeline === null) {
    return (
      <EmptyState
        title="No run has failed yet"
        action={
          mayEdit ? (
            <Button size="sm" onClick={() => onChange({ tab: "channels" })}>
              Add a channel
            </Button>
          ) : null
        }
      >
        When a run fails, the failure stands here: which node of which pipeline, the error, all runs that
        failed the same way, and what changed before the first of them. A channel tells it to Slack or to a
        webhook within seconds. It recovers by itself with the next good run.
      </EmptyState>
    );
  }
  const words =
    filter.state === "all" ? "No failures" : `No failure is ${STATE_WORDS[filter.state].toLowerCase()}`;
  const others = filter.state === "all" ? 0 : total - counts[filter.state];
  return (
    <EmptyState
      title={filter.pipeline === null ? words : `${words} in ${filter.pipeline}`}
      action={
        <Button size="sm" onClick={() => onChange({ state: "all", pipeline: null })}>
          Show all
        </Button>
      }
    >
      {more
        ? "Not among the newest thousand. Older ones can be looked through below."
        : others > 0
          ? `${formatCount(others)} in another state.`
          : null}
    </EmptyState>
  );
}
