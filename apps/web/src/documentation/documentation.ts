import type { ApiDocument } from "./api-document";

/** What the pages below /docs show. They run as Next bundles them, far from the files. */
export interface Documentation {
  /** Markdown of a guide. */
  readGuide: (file: string) => Promise<string>;
  /** The description of the HTTP API. */
  api: () => ApiDocument;
}
