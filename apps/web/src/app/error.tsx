"use client";
import { FullPage } from "@/components/shell/full-page";
import { Button } from "@/components/ui/button";

export default function RootError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <FullPage
      title="This page did not load"
      action={
        <Button size="lg" onClick={reset}>
          Try again
        </Button>
      }
    >
      The server could not answer. Nothing was changed or lost. If it happens again, look for{" "}
      {error.digest ? <code>{error.digest}</code> : "the time of this message"} in the server's log.
    </FullPage>
  );
}
