import { authorise, type Context } from "../../context";
import { DomainError } from "../../error/domain-error";
import type { BatchEncoding } from "../batch/inflate";
import { readArrival } from "../batch/read-arrival";
import type { AcceptedBatch } from "./arrived";
import { storeTogether } from "./group-commit";

interface Input {
  /** The body as it came over the wire. */
  body: Uint8Array;
  encoding: BatchEncoding;
}

interface Parts {
  ctx: Context;
  input: Input;
  /** How batches are read: in the process itself, unless it has threads for that. */
  read?: typeof readArrival;
}

/**
 * Takes a batch in. When this resolves, the batch is durable or was so before; the same batch always gets
 * the same answer. Refuses a batch that is unreadable as a whole, and one whose number has been used for
 * other content.
 */
export async function acceptBatch({ ctx, input, read = readArrival }: Parts): Promise<AcceptedBatch> {
  authorise(ctx, "ingest");
  const receivedAt = ctx.now();
  const arrival = await read(input.body, input.encoding, receivedAt);
  const outcome = await storeTogether(ctx, { ...arrival, ...input, receivedAt });
  if (outcome) return outcome;
  throw new DomainError("conflict", "This writer has sent another batch under the same number.", {
    path: "/batch",
    fix: "Number batches without repeating a number, and use a new writer id in each process.",
  });
}
