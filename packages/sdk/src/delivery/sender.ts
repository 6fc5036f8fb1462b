import { createUuidV7 } from "@heddle/contract";
import { type Answer, parseAnswer } from "./answer";
import { backoff, Pause } from "./backoff";
import { type Batch, type NumberedEntry, type Sdk, sealBatch } from "./batch";
import type { Drops } from "./drops";
import { type Entry, EventBuffer } from "./event-buffer";
import { notice } from "./notice";
import { classify, type Outcome } from "./outcome";
import type { Transport } from "./transport";
import { PROJECT_HEADER, refusal } from "./words";

const BUFFER_BYTES = 32 * 1024 * 1024;
const BATCH_EVENTS = 500;
const BATCH_BYTES = 1024 * 1024;
const EVERY_MS = 500;

interface SenderOptions {
  /** Its address, for people. */
  server: string;
  transport: Transport;
  headers: Record<string, string>;
  sdk: Sdk;
  drops: Drops;
  /** Called with each answer, before the batch counts as done. */
  onAnswer(answer: Answer, runIds: string[]): void;
}

/** Sends events in order, in batches, one at a time, until the server has each of them or never will. */
export class Sender {
  readonly #options: SenderOptions;
  /** The process is about to end: wait less between attempts. */
  hurry = false;
  readonly #writer = createUuidV7();
  readonly #buffer = new EventBuffer(BUFFER_BYTES);
  readonly #sealed: Batch[] = [];
  /** Those that are just being compressed. */
  #sealing: NumberedEntry[] = [];
  readonly #pause = new Pause();
  readonly #waiting = new Set<{ target: number; resolve: () => void }>();
  readonly #doubtful = new Set<() => void>();
  #trouble: string | null = null;
  #nextBatch = 0;
  #nextSeq = 0;
  #added = 0;
  #done = 0;
  #timer: NodeJS.Timeout | null = null;
  #working = false;
  #closed = false;

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  /** How many events were taken since the beginning. */
  get added(): number {
    return this.#added;
  }

  /** How many of them are neither delivered nor dropped. */
  get left(): number {
    return this.#added - this.#done;
  }

  /** What was wrong with the server at the last attempt. */
  get trouble(): string | null {
    return this.#trouble;
  }

  add(entry: Entry, important: boolean): void {
    if (this.#closed || !this.#buffer.add(entry, important)) {
      this.#options.drops.add([entry.runId], this.#closed ? "shut_down" : "buffer_full");
      return;
    }
    this.#added++;
    if (this.#buffer.length >= BATCH_EVENTS || this.#buffer.bytes >= BATCH_BYTES) this.#start();
    else this.#timer ??= setTimeout(() => this.#start(), EVERY_MS).unref();
  }

  /** Resolves when the first `target` events are delivered or dropped. */
  settle(target: number): Promise<void> {
    if (this.#done >= target) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiting.add({ target, resolve });
      this.#pause.wake();
      this.#start();
    });
  }

  /** Resolves as soon as the server is known not to take a batch at the first attempt. */
  inTrouble(): Promise<void> {
    if (this.#trouble !== null) return Promise.resolve();
    return new Promise((resolve) => this.#doubtful.add(resolve));
  }

  /** Drops everything that is left. */
  close(reason: string): void {
    this.#closed = true;
    this.#options.transport.abort();
    const sealed = this.#sealed.splice(0).flatMap((batch) => batch.entries);
    const left = [...sealed, ...this.#sealing, ...this.#takeAll()];
    this.#options.drops.add(
      left.map((entry) => entry.runId),
      reason,
    );
    this.#finish(left.length);
    this.#pause.end();
  }

  #takeAll(): Entry[] {
    return this.#buffer.take(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
  }

  #start(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (!this.#working) this.#work().catch(() => notice("could not send a batch of events."));
  }

  async #work(): Promise<void> {
    this.#working = true;
    try {
      while (!this.#closed && (this.#sealed.length > 0 || this.#buffer.length > 0)) {
        const batch = this.#sealed[0] ?? (await this.#sealNext());
        if (batch !== undefined) await this.#deliver(batch);
      }
    } finally {
      this.#working = false;
    }
  }

  async #sealNext(): Promise<Batch | undefined> {
    const entries = this.#number(this.#buffer.take(BATCH_EVENTS, BATCH_BYTES));
    await this.#seal([entries]);
    return this.#sealed[0];
  }

  #number(entries: Entry[]): NumberedEntry[] {
    return entries.map(({ runId, json }) => ({ runId, json: `{"seq":${this.#nextSeq++},${json.slice(1)}` }));
  }

  /** Makes batches that are sent next. Whoever closes meanwhile has counted their events. */
  async #seal(parts: NumberedEntry[][]): Promise<void> {
    this.#sealing = parts.flat();
    const batches = await Promise.all(
      parts.map((part) => sealBatch(this.#writer, this.#nextBatch++, this.#options.sdk, part)),
    );
    this.#sealing = [];
    if (!this.#closed) this.#sealed.unshift(...batches);
  }

  async #deliver(batch: Batch): Promise<void> {
    const { transport, headers } = this.#options;
    for (let attempt = 0; !this.#closed; attempt++) {
      const request = { method: "POST", path: "/api/v1/telemetry", headers, body: batch.body } as const;
      const outcome = this.#read(classify(await transport.send(request), Date.now()), batch);
      if (this.#closed) return;
      this.#trouble = outcome.kind === "retry" ? outcome.trouble : null;
      if (outcome.kind === "retry") {
        for (const resolve of this.#doubtful) resolve();
        this.#doubtful.clear();
        const asked = outcome.afterMs !== null;
        await this.#pause.wait(backoff(attempt, outcome.afterMs, this.hurry), asked);
        continue;
      }
      this.#sealed.shift();
      if (outcome.kind === "too-large") return this.#halve(batch);
      if (outcome.kind === "fatal") return this.#refuse(batch, outcome.reason);
      return this.#finish(batch.entries.length);
    }
  }

  /** An answer that is none means that something else than the server answered: that may pass. */
  #read(outcome: Outcome, batch: Batch): Outcome {
    if (outcome.kind !== "ok") return outcome;
    const answer = parseAnswer(outcome.body);
    if (answer === null) return { kind: "retry", trouble: "answered as no Heddle does", afterMs: null };
    for (const { index, code } of answer.rejected) {
      const entry = batch.entries[index];
      if (entry !== undefined) this.#options.drops.add([entry.runId], `rejected_${code}`);
    }
    const first = answer.rejected[0];
    if (first !== undefined) notice(`${this.#options.server} did not accept an event: ${first.message}`);
    this.#options.onAnswer(answer, [...new Set(batch.entries.map((entry) => entry.runId))]);
    return outcome;
  }

  async #halve(batch: Batch): Promise<void> {
    const middle = batch.entries.length >> 1;
    if (middle === 0) return this.#drop(batch.entries, "too_large");
    await this.#seal([batch.entries.slice(0, middle), batch.entries.slice(middle)]);
  }

  #refuse(batch: Batch, reason: string): void {
    notice(refusal(this.#options.server, reason, this.#options.headers[PROJECT_HEADER]));
    this.#drop(batch.entries, reason);
  }

  #drop(entries: NumberedEntry[], reason: string): void {
    this.#options.drops.add(
      entries.map((entry) => entry.runId),
      reason,
    );
    this.#finish(entries.length);
  }

  #finish(count: number): void {
    this.#done += count;
    for (const waiter of this.#waiting) {
      if (this.#done < waiter.target) continue;
      this.#waiting.delete(waiter);
      waiter.resolve();
    }
  }
}
