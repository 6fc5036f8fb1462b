"use client";
import { OuterFrame } from "@/components/shell/outer-frame";
import { ErrorState } from "@/components/ui/error-state";

/** A page about the instance failed; the way to other pages stays. */
export default function InstanceError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <OuterFrame crumbs={[{ label: "This page did not load" }]}>
      <div className="p-(--gutter)">
        <ErrorState title="This page did not load" request={error.digest} onRetry={reset}>
          The server could not answer. Nothing was changed or lost; the other pages may still work.
        </ErrorState>
      </div>
    </OuterFrame>
  );
}
