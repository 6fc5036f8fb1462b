"use client";
import type { ComparisonSummary } from "@heddle/core";
import type { ReactNode } from "react";
import { formatCount } from "@/format/number";
import { movedWords } from "./cause-words";
import { relativeChange } from "./figure-rows";

type Input = ComparisonSummary["inputs"][number];

/** What is known of an input on both sides. */
export function InputFacts({ input }: { input: Input }) {
  const { rows, columns, declared } = input;
  const sized = rows.before !== null && rows.after !== null;
  return (
    <dl className="text-12">
      {sized ? (
        <Fact term="Rows">
          <span className="text-ink-3">{formatCount(rows.before ?? 0)} → </span>
          <b className="font-medium">{formatCount(rows.after ?? 0)}</b>{" "}
          <span className="text-ink-2">{relativeChange(rows.before ?? 0, rows.after ?? 0)}</span>
        </Fact>
      ) : null}
      {declared ? (
        <Fact term="Declared">
          <span className="text-ink-3">{declared.before ?? "not set"} → </span>
          <b className="font-medium break-words">{declared.after ?? "not set"}</b>
        </Fact>
      ) : null}
      {columns.length > 0 ? (
        <Fact term="Moved">
          {columns.map((column) => (
            <span key={column.column} className="block">
              {movedWords(column)}
            </span>
          ))}
        </Fact>
      ) : (
        <Fact term="Columns">
          {input.same === null
            ? "not known: no figures on one of the sides"
            : input.same
              ? "the same figures"
              : "other figures, within what chance does"}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid min-h-7 grid-cols-[88px_minmax(0,1fr)] items-center gap-2 border-t border-line py-0.5 first:border-t-0">
      <dt className="text-ink-3">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
