"use client";
import { formatDuration } from "@/format/duration";
import { StatusMark } from "../status/status-mark";
import { useDrawing } from "./graph-context";

/** What the marks in this graph mean; only of marks that occur. */
export function Legend() {
  const { model, path, colour, longest, changed, below, folded } = useDrawing();
  const statuses = new Set(model.nodes.map(({ status }) => status));
  const items = [
    folded.size > 0 ? (
      <>
        <span className="inline-block h-[9px] w-[14px] rounded-[2px] border border-line-strong border-b-[3px] border-b-n300 bg-bg" />
        module, folded
      </>
    ) : null,
    colour === "changed" && below.size > 0 ? (
      <>
        <span className="inline-block h-[9px] w-[14px] rounded-[2px] border border-n500 bg-bg" />
        below a change
      </>
    ) : null,
    colour === "duration" ? (
      <>
        <span className="inline-block h-[2.5px] w-[18px] bg-accent" />
        share of the longest, {formatDuration(longest)}
      </>
    ) : null,
    model.failures.length > 0 ? (
      <>
        <StatusMark status="failed" size={12} label="" />
        {model.failures.length === 1 ? "first failure" : "failed"}
      </>
    ) : null,
    path.edges.size > 0 ? (
      <>
        <span className="inline-block h-[1.5px] w-[18px] bg-failed" />
        {path.fromChange ? "from the change to the failure" : "what it waited for"}
      </>
    ) : null,
    changed.size > 0 ? (
      <>
        <span className="inline-block h-[9px] w-[14px] rounded-[2px] bg-ink" />
        code changed
      </>
    ) : null,
    statuses.has("running") ? (
      <>
        <StatusMark status="running" size={12} label="" />
        running
      </>
    ) : null,
    statuses.has("skipped") || statuses.has("pending") ? (
      <>
        <span className="inline-block h-[9px] w-[14px] rounded-[2px] border border-dashed border-n400" />
        {statuses.has("skipped") ? "skipped" : "not begun"}
      </>
    ) : null,
  ].filter((item) => item !== null);
  if (items.length === 0) return null;
  return (
    <ul
      aria-label="Legend"
      className="absolute bottom-2.5 left-3 z-10 flex h-[26px] items-center gap-3 rounded-2 border border-line-strong bg-raised px-2.5 text-11 text-ink-2 max-desk:hidden"
    >
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is built anew, in a fixed order.
        <li key={index} className="inline-flex items-center gap-1.25 whitespace-nowrap">
          {item}
        </li>
      ))}
    </ul>
  );
}
