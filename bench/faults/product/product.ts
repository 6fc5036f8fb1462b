/** What is killed with SIGKILL. `backend`: one connection's process of PostgreSQL, whose postmaster lives on. */
export const KINDS = ["web", "worker", "postmaster", "backend", "redis", "supervisor"] as const;
export type Kind = (typeof KINDS)[number];

/** The product as it runs in production, with servers of its own, and ways to hurt it. */
export interface Product {
  name: string;
  url: string;
  apiKey: string;
  databaseUrl: string;
  /** Each resolves when its process is dead; false: there was none to kill just now. */
  kill: Partial<Record<Kind, () => Promise<boolean>>>;
  /** Redis forgets everything. */
  flush?: () => Promise<void>;
  /** Resolves when all parts are there again; throws when they do not come back. */
  whole(): Promise<void>;
  /** What its processes said last. */
  lastLines(): string;
  stop(): Promise<void>;
}
