"use client";
import { FullPage } from "@/components/shell/full-page";
import { Button } from "@/components/ui/button";
import "./globals.css";

/** Stands in when even the root layout failed, so it brings its own document. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Heddle</title>
        <FullPage
          title="Heddle could not start this page"
          action={
            <Button size="lg" onClick={reset}>
              Try again
            </Button>
          }
        >
          The server is starting, stopping, or cannot reach its database. Try again in a few seconds; if it
          stays, look at the server's log.
        </FullPage>
      </body>
    </html>
  );
}
