import { Skeleton } from "../ui/skeleton";

interface SettingSkeletonProps {
  label: string;
  /** With an input and its button. */
  field?: boolean;
}

/** A setting before it is known: its title, a line about it, and its button. */
export function SettingSkeleton({ label, field }: SettingSkeletonProps) {
  return (
    <div role="status" aria-label={label} className="border-b border-line px-(--gutter) pt-5 pb-5">
      <div className="flex items-start justify-between gap-4">
        <div className="flex min-w-0 flex-col gap-3">
          <Skeleton className="h-3.5! w-20" />
          <Skeleton className="w-72 max-w-full" />
        </div>
        {field ? null : <Skeleton className="h-7! w-28 shrink-0" />}
      </div>
      {field ? <Skeleton className="mt-5 h-9! w-full max-w-100" /> : null}
    </div>
  );
}
