"use client";
import { useRun } from "../run/run-context";
import { cn } from "../ui/cn";
import { TimelineBar } from "./timeline-bar";
import { TimelineName } from "./timeline-name";

/** One node of the time line; a click selects it. */
export function NodeRow(props: Parameters<typeof TimelineBar>[0]) {
  const { state } = useRun();
  const { name } = props.row.node;
  return (
    <button
      type="button"
      aria-pressed={name === state.node}
      title={name}
      onClick={() => state.select(name)}
      className={cn(
        "grid h-full w-full grid-cols-(--timeline) text-left -outline-offset-2",
        name === state.node ? "bg-select" : "hover:bg-hover/60",
      )}
    >
      <TimelineName row={props.row} />
      <span className="relative ml-3 block h-full overflow-hidden">
        <TimelineBar {...props} />
      </span>
    </button>
  );
}
