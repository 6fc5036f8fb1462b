import type { Database } from "@heddle/db";
import { createTestProject } from "@heddle/db/testing";
import type { Context } from "../../context";

/** A new project and the context of an API key that may ingest into it, at a fixed time. */
export async function ingestContext(
  db: Database,
  now: Date = new Date("2026-11-20T12:00:00Z"),
): Promise<Context> {
  const { scope } = await createTestProject(db);
  return {
    db,
    scope,
    actor: { type: "apiKey", keyId: crypto.randomUUID(), name: "Test", scopes: ["ingest"], expiresAt: null },
    now: () => now,
  };
}
