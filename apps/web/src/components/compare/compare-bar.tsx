"use client";
import { ArrowRightLeft, Link2 } from "lucide-react";
import { useState } from "react";
import { useCopy } from "@/hooks/use-copy";
import { Button } from "../ui/button";
import { useCompare } from "./compare-context";
import { RunChip } from "./run-chip";
import { RunChooser } from "./run-chooser";

/** The two runs, a button that swaps them, and what of the page is shown. */
export function CompareBar() {
  const { summary, state } = useCompare();
  const { a, b } = summary;
  const [choosing, setChoosing] = useState<"a" | "b" | null>(null);
  return (
    <div className="flex flex-wrap items-center gap-2 px-(--gutter) pt-3 pb-2.5">
      <RunChip side="A" run={a} onChoose={() => setChoosing("a")} />
      <Button
        icon
        aria-label="Swap A and B"
        title="Swap A and B  s"
        onClick={() => state.compare(b.id, a.id)}
      >
        <ArrowRightLeft size={14} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
      </Button>
      <RunChip side="B" run={b} onChoose={() => setChoosing("b")} />
      <div className="ml-auto flex items-center gap-3 max-desk:ml-0 max-desk:w-full max-desk:justify-between">
        <label className="flex min-h-7 items-center gap-1.5 text-12 text-ink-2 max-desk:min-h-9">
          <input
            type="checkbox"
            checked={state.differences}
            onChange={(event) => state.setDifferences(event.target.checked)}
            className="size-3.5 accent-(--accent)"
          />
          Differences only
        </label>
        <CopyLink />
      </div>
      {choosing ? <RunChooser side={choosing} onClose={() => setChoosing(null)} /> : null}
    </div>
  );
}

const COPY = { idle: "Copy link", copied: "Copied", failed: "Not allowed" };

function CopyLink() {
  const { state, copy } = useCopy();
  return (
    <Button onClick={() => void copy(window.location.href)}>
      <Link2 size={14} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
      <span aria-live="polite">{COPY[state]}</span>
    </Button>
  );
}
