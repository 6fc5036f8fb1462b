"use client";
import type { Cause } from "@heddle/core";
import { ChevronDown, ChevronRight } from "lucide-react";
import { cn } from "../ui/cn";
import { CauseEvidence } from "./cause-evidence";
import { CauseKind } from "./cause-kind";
import { causeId, causeWords, placeWords } from "./cause-words";
import { useCompare } from "./compare-context";
import { plural } from "./verdict-words";

interface CauseRowProps {
  cause: Cause;
  /** Place in the list, from 1. */
  rank: number;
}

/** A recorded difference that may explain what went wrong; opens to its evidence, in place. */
export function CauseRow({ cause, rank }: CauseRowProps) {
  const { summary, state } = useCompare();
  const id = causeId(cause);
  const open = state.open.has(id);
  const { subject, text, note } = causeWords(cause, summary);
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <li className="border-t border-line">
      <button
        type="button"
        data-cause={id}
        aria-expanded={open}
        onClick={() => state.toggle(id)}
        className={cn(
          "flex min-h-10 w-full items-center gap-x-2.5 gap-y-0.5 px-(--gutter) py-1 text-left -outline-offset-2 hover:bg-hover max-desk:flex-wrap max-desk:py-2",
          open && "bg-sunken",
        )}
      >
        <span className="w-4 shrink-0 text-12 text-ink-3">{rank}</span>
        <CauseKind kind={cause.kind} />
        <span
          className="min-w-0 max-w-80 shrink-0 truncate font-semibold max-desk:max-w-[calc(100%-130px)]"
          title={subject}
        >
          {subject}
        </span>
        <span className="min-w-0 truncate text-ink-2 max-desk:order-5 max-desk:w-full" title={text}>
          {text}
          {note ? (
            <span className="ml-2 text-12 text-ink-3" title={note}>
              {note}
            </span>
          ) : null}
        </span>
        <span className="ml-auto shrink-0 text-12 text-ink-2 max-desk:order-6 max-desk:ml-0 max-desk:w-full max-desk:shrink">
          {cause.explains === "columns" ? "possible, " : ""}
          {placeWords(cause)}
          {cause.movedTotal > 0 && cause.explains !== "nothing" && cause.node !== null
            ? `; columns of ${plural(cause.movedTotal, "node")} moved`
            : ""}
        </span>
        <Chevron
          size={12}
          strokeWidth={1.4}
          absoluteStrokeWidth
          aria-hidden
          className="shrink-0 text-ink-3 max-desk:ml-auto"
        />
      </button>
      {open ? <CauseEvidence cause={cause} /> : null}
    </li>
  );
}
