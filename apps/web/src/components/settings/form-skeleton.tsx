import { Skeleton } from "../ui/skeleton";

const LABELS = ["w-12", "w-20", "w-16"];

/** A form before its fields are known. */
export function FormSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="flex max-w-160 flex-col gap-5 px-(--gutter) pt-5">
      <Skeleton className="h-3.5! w-24" />
      {LABELS.map((width) => (
        <div key={width} className="flex flex-col gap-2">
          <Skeleton className={width} />
          <Skeleton className="h-9! w-full" />
        </div>
      ))}
    </div>
  );
}
