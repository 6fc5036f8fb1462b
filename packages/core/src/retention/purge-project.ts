import { withSystem } from "@heddle/db";
import { z } from "zod";
import type { InstanceContext } from "../context";
import { deleteSome, preferKeys, TABLES_OF_RUNS, type Table } from "./delete-some";
import { purgeBefore } from "./purge-before";

/** Rows of one transaction; of those with whole files in them, fewer. */
const ROWS_AT_ONCE = 5000;
const FILES_AT_ONCE = 100;

/** The inbox comes first: whoever still stores a batch of it is waited for, and has then written all it will. */
const TABLES: (Table & { most?: number })[] = [
  { name: "ingest_batch", key: ["id"], most: FILES_AT_ONCE },
  ...TABLES_OF_RUNS,
  { name: "run_alias", key: ["source", "external_id"] },
  { name: "alert_incident", key: ["run_id"] },
  { name: "failure", key: ["id"] },
  { name: "run", key: ["id"] },
  { name: "node_version", key: ["code_version", "node"] },
  { name: "code_version", key: ["hash"] },
  { name: "code_blob", key: ["sha256"], most: FILES_AT_ONCE },
  { name: "environment_snapshot", key: ["hash"] },
  { name: "name_text", key: ["key"] },
  { name: "pipeline", key: ["id"] },
  { name: "quarantined_batch", key: ["id"], most: FILES_AT_ONCE },
  { name: "batch_receipt", key: ["writer", "batch"] },
  { name: "outbox", key: ["id"] },
];

export const purgeProjectInput = z.object({ projectId: z.uuid() });

/**
 * Deletes some of what a project was that can no longer be restored, and in the end the project itself. What
 * was broken off goes on with the next call. The audit log stays.
 */
export async function purgeProject(args: {
  ctx: InstanceContext;
  input: z.infer<typeof purgeProjectInput>;
}): Promise<{ more: boolean; gone: boolean }> {
  const { ctx } = args;
  const { projectId } = purgeProjectInput.parse(args.input);
  const before = purgeBefore(ctx.now());
  return await withSystem(ctx.db, async (tx) => {
    const claimed = await tx.$queryRaw<object[]>`
      SELECT p.id FROM project p JOIN organization o ON o.id = p.organization_id
      WHERE p.id = ${projectId}::uuid AND (p.deleted_at < ${before} OR o.deleted_at < ${before})
      FOR UPDATE OF p SKIP LOCKED`;
    if (claimed.length === 0) return { more: false, gone: false };
    await preferKeys(tx);
    let left = ROWS_AT_ONCE;
    for (const { most = ROWS_AT_ONCE, ...table } of TABLES) {
      const limit = Math.min(left, most);
      const rows = await deleteSome(tx, table, { condition: OF_PROJECT, values: [projectId] }, limit);
      left -= rows;
      if (rows === limit) return { more: true, gone: false };
    }
    await tx.project.delete({ where: { id: projectId } });
    return { more: false, gone: true };
  });
}

const OF_PROJECT = "project_id = $1::uuid";
