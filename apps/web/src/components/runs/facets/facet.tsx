"use client";
import { type ReactNode, useId, useState } from "react";
import { formatCount } from "@/format/number";
import { Skeleton } from "../../ui/skeleton";
import { CheckBox } from "../check-box";

export interface FacetValue {
  value: string;
  label: string;
  mark?: ReactNode;
  /** Null where it cannot be counted. */
  count: number | null;
}

interface FacetProps {
  title: string;
  values: readonly FacetValue[] | undefined;
  chosen: readonly string[];
  onToggle: (value: string) => void;
}

const SHOWN = 5;

/** One field's values with how many runs each would show; five of them, and those that are on. */
export function Facet({ title, values, chosen, onToggle }: FacetProps) {
  const [all, setAll] = useState(false);
  const heading = useId();
  const known = values ?? [];
  const absent = chosen
    .filter((value) => !known.some((each) => each.value === value))
    .map((value): FacetValue => ({ value, label: value, count: values ? 0 : null }));
  const every = [...known, ...absent];
  // One value more takes no more room than the line that hides it.
  const most = every.length === SHOWN + 1 ? every.length : SHOWN;
  const shown = all ? every : every.filter(({ value }, index) => index < most || chosen.includes(value));
  const hidden = every.length - shown.length;
  return (
    <section
      aria-labelledby={heading}
      className="border-b border-line pt-1.5 pr-3 pb-2 pl-(--gutter) last:border-b-0"
    >
      <h2 id={heading} className="flex justify-between text-11/[20px] font-medium text-ink-3">
        {title}
        {known.length > SHOWN + 1 ? <span className="font-normal">{formatCount(known.length)}</span> : null}
      </h2>
      {values === undefined
        ? Array.from({ length: 3 }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: grey rows have nothing else.
            <div key={row} className="flex h-5.75 items-center">
              <Skeleton className="w-24" />
            </div>
          ))
        : null}
      {shown.map(({ value, label, mark, count }) => (
        <button
          key={value}
          type="button"
          aria-pressed={chosen.includes(value)}
          onClick={() => onToggle(value)}
          className="flex h-5.75 w-full items-center gap-1.75 text-left text-12 max-desk:h-10"
        >
          <CheckBox checked={chosen.includes(value)} />
          {mark}
          <span className="min-w-0 truncate" title={label}>
            {label}
          </span>
          {count === null ? null : <span className="ml-auto text-11 text-ink-3">{formatCount(count)}</span>}
        </button>
      ))}
      {hidden > 0 || all ? (
        <button
          type="button"
          onClick={() => setAll(!all)}
          className="h-5.75 text-12 text-ink-3 hover:text-ink max-desk:h-10"
        >
          {all ? "Fewer" : `${formatCount(hidden)} more`}
        </button>
      ) : null}
    </section>
  );
}
