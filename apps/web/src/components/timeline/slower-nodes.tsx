"use client";
import { formatDuration } from "@/format/duration";
import { formatCount } from "@/format/number";
import { useRun } from "../run/run-context";
import { PanelSection } from "../ui/side-panel";
import type { SlowNode } from "./slower";

const SHOWN = 10;

/** The nodes that took longer than nine tenths of their last good runs; nothing where there is none. */
export function SlowerNodes({ slow }: { slow: readonly SlowNode[] }) {
  const { state } = useRun();
  if (slow.length === 0) return null;
  return (
    <PanelSection
      title="Slower than usual"
      aside={<span className="font-normal">p90 of the last good runs</span>}
    >
      <ul className="text-12">
        {slow.slice(0, SHOWN).map(({ name, over, p90 }) => (
          <li key={name}>
            <button
              type="button"
              title={name}
              onClick={() => state.select(name)}
              className="flex h-7 w-full items-center gap-2 text-left -outline-offset-1 hover:text-accent"
            >
              <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
              <span className="font-medium whitespace-nowrap text-warning-text">+{formatDuration(over)}</span>
              <span className="whitespace-nowrap text-ink-3">over {formatDuration(p90)}</span>
            </button>
          </li>
        ))}
        {slow.length > SHOWN ? (
          <li className="pt-1 text-ink-3">{formatCount(slow.length - SHOWN)} more</li>
        ) : null}
      </ul>
    </PanelSection>
  );
}
