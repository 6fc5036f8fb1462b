import { deleteOutbox, type OutboxRow } from "@heddle/core";
import type { Database } from "@heddle/db";
import type { JobsAndMessages } from "@heddle/queue";

/**
 * Does what must follow a commit, then forgets it. All of it may happen twice without harm, so a row is
 * deleted only after it was passed on.
 */
export async function passOn(db: Database, queue: JobsAndMessages, rows: OutboxRow[]): Promise<void> {
  for (const row of rows) await passOnRow(queue, row);
  await deleteOutbox(
    db,
    rows.map((row) => row.id),
  );
}

async function passOnRow(queue: JobsAndMessages, row: OutboxRow): Promise<void> {
  const { projectId } = row;
  switch (row.kind) {
    case "run.changed":
      return await queue.publish(projectId, { kind: "runs.changed", runIds: row.payload.runIds });
    case "run.failed":
      return await queue.enqueue("evaluate-alert", { projectId, ...row.payload });
    case "version.added": {
      const { codeVersion } = row.payload;
      await queue.enqueue("hash-version", { projectId, codeVersion });
      return await queue.publish(projectId, { kind: "version.added", codeVersion });
    }
  }
}
