import type { Batch, SentRun } from "./make-session";

/** One batch and what became of the requests that brought it. */
export interface Sending {
  batch: Batch;
  /** Requests that were answered with 202. */
  acknowledged: number;
  /** Requests that may have been stored or not: the connection broke, or the answer was a 5xx. */
  unknown: number;
  answer: string | undefined;
}

/** Everything that was sent, and what was answered: all that the model knows. */
export class Record {
  readonly sendings: Sending[] = [];
  readonly runs: SentRun[] = [];
  readonly blobs = new Map<string, string>();
  readonly statuses = new Map<string, number>();
  /** Answers that no client may get for what this one sends. */
  readonly wrongAnswers: string[] = [];

  add(batch: Batch): Sending {
    const sending: Sending = { batch, acknowledged: 0, unknown: 0, answer: undefined };
    this.sendings.push(sending);
    return sending;
  }

  count(status: string): void {
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
  }

  get acknowledged(): Sending[] {
    return this.sendings.filter((sending) => sending.acknowledged > 0);
  }

  get ackedEvents(): number {
    return this.acknowledged.reduce((sum, { batch }) => sum + batch.events.length, 0);
  }

  get requests(): number {
    return this.sendings.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
  }

  get unknown(): number {
    return this.sendings.reduce((sum, { unknown }) => sum + unknown, 0);
  }
}
