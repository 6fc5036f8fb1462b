import type { TelemetryAnswer } from "@heddle/contract";
import type { BatchEncoding } from "../batch/inflate";
import type { Arrival } from "../batch/read-arrival";

/** A batch that was read and is to be stored. */
export interface Arrived extends Arrival {
  receivedAt: Date;
  /** As it came over the wire. */
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

/** What became of a batch: null when its number has been used for other content. */
export type Outcome = AcceptedBatch | null;

/** Names a batch within its project. */
export function keyOf({ writer, batch }: { writer: string; batch: number | string }): string {
  return `${writer}/${batch}`;
}
