import type { ReactNode } from "react";

interface PageSectionProps {
  title: string;
  /** How many are in it. */
  count?: number | undefined;
  /** What it is for, in one sentence. */
  intro?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}

/** A part of a page between hairlines that run edge to edge. */
export function PageSection({ title, count, intro, action, children }: PageSectionProps) {
  return (
    <section aria-label={title} className="border-b border-line pt-4 pb-5">
      <div className="mb-3 flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-(--gutter)">
        <div className="max-w-160">
          <h2 className="text-14 font-semibold">
            {title}
            {count === undefined ? null : <span className="ml-1.5 font-normal text-ink-3">{count}</span>}
          </h2>
          {intro ? <p className="text-12/5 text-ink-2">{intro}</p> : null}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
