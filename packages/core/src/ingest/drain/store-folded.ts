import { type PoolClient, upsertRows } from "@heddle/db";
import type { Folded } from "../fold/folded";
import { noteUse } from "../note-use";
import { lockRuns } from "./lock-runs";
import { NameBook } from "./name-book";
import { type OutboxMessage, type OutboxRow, writeOutbox } from "./outbox";
import { writeAttributes } from "./write-attributes";
import { writeNodeRuns } from "./write-node-runs";
import { writeRuns } from "./write-runs";
import { writeVersions } from "./write-versions";

/** Runs that one message to viewers names at most. */
const RUNS_PER_MESSAGE = 500;

/** Merges what was folded into the tables of one project, one statement for each, and says what follows from it. */
export async function storeFolded(
  client: PoolClient,
  projectId: string,
  folded: Folded,
): Promise<OutboxRow[]> {
  const names = new NameBook();
  await writeEnvironments(client, projectId, folded);
  const versions = await writeVersions(client, projectId, folded.versions, names);
  const locked = await lockRuns(client, projectId, folded.runs);
  await writeNodeRuns(client, projectId, folded.nodeRuns, names);
  await writeAttributes(client, projectId, folded.attributes, names);
  const { failed } = await writeRuns(client, projectId, folded.runs, locked, names);
  await names.store(client, projectId);
  return await writeOutbox(client, projectId, messagesOf([...folded.runs.keys()], failed, versions));
}

async function writeEnvironments(client: PoolClient, projectId: string, folded: Folded): Promise<void> {
  const rows = [...folded.environments].sort(([a], [b]) => (a < b ? -1 : 1));
  await noteUse(
    client,
    projectId,
    "environment_snapshot",
    rows.map(([hash]) => hash),
  );
  await upsertRows(client, {
    table: "environment_snapshot",
    columns: [
      { name: "project_id", type: "uuid" },
      { name: "hash", type: "text" },
      { name: "value", type: "jsonb not null" },
    ],
    key: ["project_id", "hash"],
    rows: rows.map(([hash, value]) => ({ project_id: projectId, hash, value })),
    onConflict: "ignore",
  });
}

function messagesOf(changed: string[], failed: string[], versions: string[]): OutboxMessage[] {
  const messages: OutboxMessage[] = [];
  for (let from = 0; from < changed.length; from += RUNS_PER_MESSAGE) {
    messages.push({ kind: "run.changed", payload: { runIds: changed.slice(from, from + RUNS_PER_MESSAGE) } });
  }
  for (const runId of failed) messages.push({ kind: "run.failed", payload: { runId } });
  for (const codeVersion of versions) messages.push({ kind: "version.added", payload: { codeVersion } });
  return messages;
}
