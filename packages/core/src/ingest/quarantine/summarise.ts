import type { z } from "zod";
import { type BatchEncoding, inflate } from "../batch/inflate";
import { openBatch } from "../batch/open-batch";
import { notThere, requireId } from "./missing";
import { type QuarantineContext, reachOf, withReach } from "./reach";
import type { quarantinedInput } from "./show";

const RUNS_NAMED = 10;
const TYPE = /^[a-z]+\.[a-z]+$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What a batch is about, without anything that was measured: whoever runs an instance is not to read it. */
export interface QuarantinedContents {
  /** Decompressed; null when it cannot be. */
  bytes: number | null;
  /** What keeps it from being read; null when nothing does. Parsers' own words may quote what was sent. */
  unreadable: "compression" | "content" | null;
  events: number;
  /** How many of each type, most first. */
  types: { type: string; events: number }[];
  /** The first runs that are named, and how many there are. */
  runs: string[];
  runCount: number;
}

/** Looks into a batch: how many events of which types, and for which runs. */
export async function summariseQuarantined(args: {
  ctx: QuarantineContext;
  input: z.infer<typeof quarantinedInput>;
}): Promise<QuarantinedContents> {
  const { ctx } = args;
  const projectId = reachOf(ctx);
  const id = requireId(args.input.id);
  const [row] = await withReach(ctx, (tx) =>
    tx.$queryRawUnsafe<{ body: Uint8Array; encoding: BatchEncoding }[]>(BODY, projectId, id),
  );
  if (!row) throw notThere([id]);
  const nothing = { events: 0, types: [], runs: [], runCount: 0 };
  const inflated = await inflate(row.body, row.encoding).catch(() => null);
  if (!inflated) return { bytes: null, unreadable: "compression", ...nothing };
  const bytes = inflated.byteLength;
  const events = eventsIn(inflated);
  if (!events) return { bytes, unreadable: "content", ...nothing };
  return { bytes, unreadable: null, ...summarise(events) };
}

function eventsIn(inflated: Uint8Array): unknown[] | null {
  try {
    return openBatch(inflated).events;
  } catch {
    return null;
  }
}

function summarise(events: unknown[]) {
  const types = new Map<string, number>();
  const runs = new Set<string>();
  for (const event of events) {
    const type = textIn(event, "type", TYPE) ?? "unknown";
    types.set(type, (types.get(type) ?? 0) + 1);
    const run = textIn(event, "runId", UUID);
    if (run !== null) runs.add(run.toLowerCase());
  }
  return {
    events: events.length,
    types: [...types].map(([type, count]) => ({ type, events: count })).sort((a, b) => b.events - a.events),
    runs: [...runs].slice(0, RUNS_NAMED),
    runCount: runs.size,
  };
}

/** A field of an event that has the form it should have: anything else may be content. */
function textIn(event: unknown, field: string, form: RegExp): string | null {
  const value: unknown = Reflect.get(Object(event), field);
  return typeof value === "string" && value.length <= 64 && form.test(value) ? value : null;
}

const BODY = `
  select body, encoding from quarantined_batch
  where (project_id = $1::uuid or $1::uuid is null) and id = $2::bigint`;
