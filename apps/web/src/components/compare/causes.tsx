"use client";
import { type ReactNode, useState } from "react";
import { formatCount } from "@/format/number";
import { CauseRow } from "./cause-row";
import { causeId } from "./cause-words";
import { useCompare } from "./compare-context";
import { plural } from "./verdict-words";

const SHOWN = 5;

/** What may explain it, ranked; then what differs as well, folded, because it likely explains nothing. */
export function Causes() {
  const { summary } = useCompare();
  const [all, setAll] = useState(false);
  const [others, setOthers] = useState(false);
  const strong = summary.causes.filter(({ weak, explains }) => !weak && explains !== "nothing");
  const rest = summary.causes.filter(({ weak, explains }) => weak || explains === "nothing");
  const shown = all ? strong : strong.slice(0, SHOWN);
  if (summary.causes.length === 0) return null;
  return (
    <section id="causes" aria-label="What may explain it" className="scroll-mt-10">
      <ol>
        {shown.map((cause, index) => (
          <CauseRow key={causeId(cause)} cause={cause} rank={index + 1} />
        ))}
      </ol>
      {strong.length > shown.length ? (
        <More onClick={() => setAll(true)}>{formatCount(strong.length - shown.length)} more</More>
      ) : null}
      {summary.moreCauses > 0 ? (
        <p className="border-t border-line px-(--gutter) py-1.5 text-12 text-ink-2">
          {plural(summary.moreCauses, "further difference")} are in the sections below.
        </p>
      ) : null}
      {rest.length > 0 && (others || strong.length === 0) ? (
        <ol aria-label="Also differs" start={strong.length + 1}>
          {rest.map((cause, index) => (
            <CauseRow key={causeId(cause)} cause={cause} rank={strong.length + index + 1} />
          ))}
        </ol>
      ) : rest.length > 0 ? (
        <More onClick={() => setOthers(true)}>
          Also differs: {plural(rest.length, "thing")} that likely explain nothing: another size of an input,
          or beside what went wrong
        </More>
      ) : null}
    </section>
  );
}

function More({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="block min-h-8 w-full border-t border-line px-(--gutter) py-1.5 text-left text-12 text-ink-2 -outline-offset-2 hover:bg-hover"
    >
      {children}
    </button>
  );
}
