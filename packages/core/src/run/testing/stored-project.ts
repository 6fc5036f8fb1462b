import { randomUUID } from "node:crypto";
import type { TelemetryEvent } from "@heddle/contract";
import type { Database } from "@heddle/db";
import type { Context } from "../../context";
import { invariant } from "../../error/invariant";
import { acceptBatch } from "../../ingest/accept/accept-batch";
import { gzipped } from "../../ingest/testing/batch-body";
import { drainAll } from "../../ingest/testing/drain-all";
import { ingestContext } from "../../ingest/testing/ingest-context";

/** An event before its writer has numbered it. */
export type Sent = TelemetryEvent extends infer Event
  ? Event extends object
    ? Omit<Event, "seq">
    : never
  : never;

export interface StoredProject {
  /** May read and do whatever else the platform may. */
  ctx: Context;
  /** Stores events the way a client and a worker do. */
  store: (events: readonly Sent[]) => Promise<void>;
  /** Takes events in as the API does while no worker runs. */
  leaveInInbox: (events: readonly Sent[], receivedAt?: Date) => Promise<void>;
}

/** A project of its own, at a fixed time. */
export async function storedProject(db: Database, now: Date): Promise<StoredProject> {
  const ingest = await ingestContext(db, now);
  const leaveInInbox = async (events: readonly Sent[], receivedAt = now) => {
    const numbered = events.map((event, seq) => ({ ...event, seq }));
    const input = gzipped({ writer: randomUUID(), batch: 0, events: numbered });
    const { answer } = await acceptBatch({ ctx: { ...ingest, now: () => receivedAt }, input });
    invariant(answer.rejected.length === 0, JSON.stringify(answer.rejected));
  };
  return {
    ctx: { ...ingest, actor: { type: "system", job: "test" } },
    leaveInInbox,
    async store(events) {
      await leaveInInbox(events);
      await drainAll(db);
    },
  };
}
