import type { ServedRow } from "./row";

/** Route handlers that belong to another part of the table. */
export const HANDLED_ELSEWHERE = ["/api/auth/[...nextauth]", "/api/trpc/[trpc]"];

/** Pages that Next adds: what it shows for 404 and 500. */
export const PAGES_OF_NEXT = ["/_not-found", "/_global-error"];

/** What is served besides, by address; anyone may have it. */
export const served: Record<string, ServedRow> = {
  "/icon.svg": { status: 200, type: "image/svg+xml" },
  "/sdk/sdk.tgz": { status: 200, type: "application/octet-stream" },
};
