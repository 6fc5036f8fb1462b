import type { ReactNode } from "react";

interface SectionHeadProps {
  title: string;
  /** How many, in what order. */
  note?: ReactNode;
  children?: ReactNode;
}

/** The line over a part of the overview. */
export function SectionHead({ title, note, children }: SectionHeadProps) {
  return (
    <div className="flex min-h-9 items-center gap-2 px-(--gutter) max-desk:flex-wrap max-desk:py-1.5">
      <h2 className="text-13 font-semibold whitespace-nowrap">{title}</h2>
      <span className="min-w-0 flex-1 truncate text-12 text-ink-3 max-desk:basis-16">{note}</span>
      {children}
    </div>
  );
}
