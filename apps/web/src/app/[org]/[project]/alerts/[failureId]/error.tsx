"use client";
import { PageFrame } from "@/components/shell/page-frame";
import { ErrorState } from "@/components/ui/error-state";

/** Shown in place of the failure when it could not be loaded. */
export default function FailureError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <PageFrame crumbs={[{ label: "Alerts" }]}>
      <div className="p-(--gutter)">
        <ErrorState title="This failure did not load" request={error.digest} onRetry={reset}>
          {error.message || "The server did not answer."} Nothing that was recorded is lost.
        </ErrorState>
      </div>
    </PageFrame>
  );
}
