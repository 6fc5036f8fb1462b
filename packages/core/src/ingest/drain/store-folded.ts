import { type PoolClient, upsertRows } from "@heddle/db";
import type { Folded } from "../fold/folded";
import { noteUse } from "../note-use";
import { preferKeys } from "../prefer-keys";
import { lockRuns } from "./lock-runs";
import { NameBook } from "./name-book";
import { type OutboxMessage, type OutboxRow, writeOutbox } from "./outbox";
import { writeAttributes } from "./write-attributes";
import { writeNodeRuns } from "./write-node-runs";
import type { Way } from "./write-rows";
import { writeRuns } from "./write-runs";
import { writeVersions } from "./write-versions";

/** Runs that one message to viewers names at most. */
const RUNS_PER_MESSAGE = 500;

/** Where rows of one transaction go. Of runs in `added` nothing is stored but what it writes itself. */
export interface Place {
  client: PoolClient;
  projectId: string;
  names: NameBook;
  way: Way;
  added: Set<string>;
}

/**
 * Merges what was folded into the tables of one project, one statement for each, and says what follows from it.
 *
 * Workers do this at once and never wait for each other in a circle: each takes its locks table by table as they
 * stand here (environments, versions, runs, pipelines, texts of names), within a table first rows that are new and
 * then, or the other way round, rows that are there, each in the order of their keys. Everything else is written
 * under the lock of its run or its version. What others lock (arriving batches, retention) is one of these tables.
 */
export async function storeFolded(
  client: PoolClient,
  projectId: string,
  folded: Folded,
  way: Way,
): Promise<OutboxRow[]> {
  const names = new NameBook();
  await preferKeys(client);
  await writeEnvironments(client, projectId, folded);
  const versions = await writeVersions(client, projectId, folded.versions, names);
  const locked = await lockRuns(client, projectId, folded.runs);
  const place = { client, projectId, names, way, added: way === "copy" ? locked.added : new Set<string>() };
  const nodeRuns = await writeNodeRuns(place, folded.nodeRuns);
  await writeAttributes(place, folded.attributes);
  const { failed } = await writeRuns(place, folded.runs, locked.known, nodeRuns);
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
