"use client";
import { PageFrame } from "@/components/shell/page-frame";
import { ErrorState } from "@/components/ui/error-state";

/** A page of a project failed; the rail and the way to other pages stay. */
export default function ProjectError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <PageFrame crumbs={[{ label: "This page did not load" }]}>
      <div className="p-(--gutter)">
        <ErrorState title="This page did not load" request={error.digest} onRetry={reset}>
          The server could not answer. Nothing was changed or lost; the other pages may still work.
        </ErrorState>
      </div>
    </PageFrame>
  );
}
