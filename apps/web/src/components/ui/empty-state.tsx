import type { ReactNode } from "react";

interface EmptyStateProps {
  /** What is missing. */
  title: ReactNode;
  /** Why, or what would be here. */
  children?: ReactNode;
  action?: ReactNode;
}

/** Nothing to show: what is missing, why, and one action. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-wrap items-start gap-x-2.5 gap-y-2 rounded-3 border border-dashed border-line-strong py-2.5 pr-2.5 pl-3">
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-medium break-words">{title}</p>
        {children ? <div className="text-12 leading-5 text-ink-2">{children}</div> : null}
      </div>
      {action}
    </div>
  );
}
