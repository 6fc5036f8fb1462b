"use client";
import { diffLines } from "@heddle/core/diff/line-diff";
import { useMemo, useState } from "react";
import type { CodeLines } from "@/code/tokens";
import { formatCount } from "@/format/number";
import { changedWords } from "./changed-words";
import { DiffLine, type LineChange } from "./diff-line";
import { type DiffRow, type DiffView, diffRows } from "./diff-rows";

interface DiffSide {
  lines: CodeLines;
  /** Number of the first line in its file. */
  startLine: number;
}

interface CodeDiffProps {
  /** Null where the code is not there: everything was added or removed. */
  before: DiffSide | null;
  after: DiffSide | null;
  view: DiffView;
  label: string;
}

/** As many rows are drawn at first, and with each "more". */
const ROWS = 500;
const NONE: CodeLines = [];
const NO_WORDS: readonly [] = [];

const textsOf = (lines: CodeLines) => lines.map((line) => line.map(([text]) => text).join(""));

/** What happened to some code, line by line; changed words are tinted, long equal stretches folded. */
export function CodeDiff({ before, after, view: wanted, label }: CodeDiffProps) {
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const [most, setMost] = useState(ROWS);
  const [old, young] = [before?.lines ?? NONE, after?.lines ?? NONE];
  const { stretches, words } = useMemo(() => {
    const [then, now] = [textsOf(old), textsOf(young)];
    const found = diffLines(then, now);
    return { stretches: found, words: changedWords(found, then, now) };
  }, [old, young]);
  // One side alone needs no second column.
  const view = before && after ? wanted : "unified";
  const rows = useMemo(() => diffRows(stretches, view, open), [stretches, view, open]);

  const side = (of: "before" | "after", index: number | null, change: LineChange) => (
    <DiffLine
      tokens={index === null ? null : ((of === "before" ? old : young)[index] ?? [])}
      number={index === null ? null : index + ((of === "before" ? before : after)?.startLine ?? 1)}
      change={change}
      edge={view === "split" && of === "after"}
      words={index === null || change === "same" ? NO_WORDS : (words[of].get(index) ?? NO_WORDS)}
    />
  );
  const cells = (row: DiffRow & { kind: "line" }) => {
    if (view === "split")
      return (
        <>
          {side("before", row.before, row.changed ? "removed" : "same")}
          {side("after", row.after, row.changed ? "added" : "same")}
        </>
      );
    if (row.after === null) return side("before", row.before, "removed");
    return side("after", row.after, row.changed ? "added" : "same");
  };
  return (
    <div className="overflow-hidden bg-bg">
      <table aria-label={label} className="w-full table-fixed font-mono text-[11.5px]/[18px]">
        <colgroup>
          {(view === "split" ? ["before", "after"] : ["both"]).map((key) => (
            <Columns key={key} />
          ))}
        </colgroup>
        <tbody>
          {rows.slice(0, most).map((row) =>
            row.kind === "line" ? (
              <tr key={`${row.before} ${row.after}`}>{cells(row)}</tr>
            ) : (
              <tr key={`fold ${row.before}`}>
                <td colSpan={view === "split" ? 6 : 3} className="border-y border-line bg-sunken p-0">
                  <button
                    type="button"
                    onClick={() => setOpen(new Set([...open, row.before]))}
                    className="h-6 w-full px-3 text-left font-sans text-11 text-ink-3 -outline-offset-2 hover:bg-hover hover:text-ink"
                  >
                    {formatCount(row.count)} equal lines
                  </button>
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      {rows.length > most ? (
        <button
          type="button"
          onClick={() => setMost(most + ROWS)}
          className="h-8 w-full border-t border-line px-3 text-left text-12 text-ink-2 -outline-offset-2 hover:bg-hover"
        >
          {formatCount(rows.length - most)} more rows, show {formatCount(Math.min(ROWS, rows.length - most))}
        </button>
      ) : null}
    </div>
  );
}

function Columns() {
  return (
    <>
      <col className="w-9" />
      <col className="w-3.5" />
      <col />
    </>
  );
}
