import type { ReactNode } from "react";
import { cn } from "../ui/cn";
import { CopyButton } from "../ui/copy-button";

interface FactProps {
  term: string;
  /** Null: the client did not say. */
  value: string | null;
  /** What is shown in place of the plain value, which is still what is copied. */
  children?: ReactNode;
  mono?: boolean;
  /** The term is a name that others chose, and may be long. */
  wide?: boolean;
}

/** One fact with its name; the value can be copied. */
export function Fact({ term, value, children, mono = false, wide = false }: FactProps) {
  return (
    <div
      className={cn(
        "group grid min-h-7 items-center gap-2 border-t border-line py-0.5 text-12 first:border-t-0",
        wide
          ? "grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto]"
          : "grid-cols-[120px_minmax(0,1fr)_auto] max-desk:grid-cols-[96px_minmax(0,1fr)_auto]",
      )}
    >
      <dt className="truncate text-ink-3" title={term}>
        {term}
      </dt>
      <dd className={mono ? "font-mono break-all" : "break-words"}>
        {value === null ? <span className="text-ink-3">not reported</span> : (children ?? value)}
      </dd>
      <dd className="opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 max-desk:opacity-100">
        {value === null ? null : <CopyButton text={value} what={term} variant="quiet" />}
      </dd>
    </div>
  );
}

/** A group of facts under a heading. */
export function FactGroup({
  title,
  count,
  children,
}: {
  title: string;
  count?: string;
  children: ReactNode;
}) {
  return (
    <section className="min-w-0 border-b border-line px-(--gutter) pt-2 pb-4">
      <h2 className="flex h-9 items-center gap-2 text-13 font-semibold">
        {title} {count ? <span className="text-12 font-normal text-ink-3">{count}</span> : null}
      </h2>
      {children}
    </section>
  );
}
