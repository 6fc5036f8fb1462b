import { createHash } from "node:crypto";
import type { TelemetryAnswer } from "@heddle/contract";
import { withScopeClient } from "@heddle/db";
import { authorise, type Context } from "../../context";
import { type BatchEncoding, inflate } from "../batch/inflate";
import { readBatch } from "../batch/read-batch";
import { findNeed } from "./find-need";
import { storeBatch } from "./store-batch";

interface Input {
  /** The body as it came over the wire. */
  body: Uint8Array;
  encoding: BatchEncoding;
}

export interface AcceptedBatch {
  /** To be sent with 202; with 422 when `answer.accepted` is 0. */
  answer: TelemetryAnswer;
  /** Whether there is something new in the inbox: then a `drain` job is due. */
  stored: boolean;
  /** What names the batch within its project. */
  writer: string;
  batch: number;
}

/**
 * Takes a batch in. When this resolves, the batch is durable or was so before; the same batch always gets
 * the same answer. Refuses a batch that is unreadable as a whole, and one whose number has been used for
 * other content.
 */
export async function acceptBatch({ ctx, input }: { ctx: Context; input: Input }): Promise<AcceptedBatch> {
  authorise(ctx, "ingest");
  const receivedAt = ctx.now();
  const inflated = await inflate(input.body, input.encoding);
  const read = readBatch(inflated, receivedAt);
  const digest = createHash("sha256").update(inflated).digest();
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const need = await findNeed(client, ctx.scope.projectId, read.events);
    const answer = { accepted: read.events.length, rejected: read.rejected, need };
    return await storeBatch(client, {
      projectId: ctx.scope.projectId,
      writer: read.writer,
      batch: read.batch,
      digest,
      answer,
      receivedAt,
      ...input,
    });
  });
}
