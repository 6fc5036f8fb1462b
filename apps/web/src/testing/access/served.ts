import type { ServedRow } from "./row";

/** What is served besides, by address; anyone may have it. */
export const served: Record<string, ServedRow> = {
  "/icon.svg": { status: 200, type: "image/svg+xml" },
};
