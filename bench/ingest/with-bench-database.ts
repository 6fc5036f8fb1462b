import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Context } from "@heddle/core";
import { createDatabase, type Database, withSystem } from "@heddle/db";
import { startEmbedded } from "@heddle/db/embedded";
import { migrate } from "@heddle/db/migrate";

/** Gives `work` a PostgreSQL of its own, with the settings that people run, and one project in it. */
export async function withBenchDatabase(work: (db: Database, ctx: Context) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "heddle-bench-"));
  const server = await startEmbedded({ dataDir, log: () => {} });
  try {
    await migrate({ url: server.url });
    const db = createDatabase({ url: server.url });
    await work(db, await createContext(db));
    await db.close();
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function createContext(db: Database): Promise<Context> {
  const scope = { organizationId: randomUUID(), projectId: randomUUID() };
  const { organizationId, projectId } = scope;
  await withSystem(db, async (tx) => {
    await tx.organization.create({ data: { id: organizationId, slug: "bench", name: "Bench" } });
    await tx.project.create({ data: { id: projectId, organizationId, slug: "bench", name: "Bench" } });
  });
  return {
    db,
    scope,
    actor: { type: "apiKey", keyId: randomUUID(), name: "Bench", scopes: ["ingest"], expiresAt: null },
    now: () => new Date(),
  };
}
