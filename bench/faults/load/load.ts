import { setTimeout as wait } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { between, chance, shuffled } from "../random";
import { type Batch, makeSession } from "./make-session";
import { Record, type Sending } from "./record";
import { type Answer, send, type Target } from "./send";

interface Settings {
  /** Pairs of writers at work at the same time. */
  sessions: number;
  /** The longest wait between two batches of a connection. */
  pauseMs: number;
}

const CONNECTIONS_PER_SESSION = 2;
const AT_ONCE_TWICE = 0.1;
const REPEATED_LATER = 0.25;
const LATER_MS = 4000;
const AGAIN_MS = { least: 50, most: 500 };

/**
 * Sends made-up runs until it is told to stop. Each batch is sent until it is acknowledged, some of them twice
 * at once, some again long after their acknowledgement.
 */
export class Load {
  readonly record = new Record();
  readonly #target: Target;
  readonly #settings: Settings;
  readonly #working: Promise<void>[] = [];
  readonly #repeating: Promise<void>[] = [];
  readonly #uploading = new Map<string, Promise<void>>();
  #stopped = false;
  #abandoned = false;

  constructor(target: Target, settings: Settings) {
    this.#target = target;
    this.#settings = settings;
  }

  start(): void {
    for (let each = 0; each < this.#settings.sessions; each++) this.#working.push(this.#work());
    for (const work of this.#working) work.catch(() => undefined);
  }

  /** Begins nothing new, and resolves when everything that was begun is acknowledged. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#working);
    await Promise.all(this.#repeating);
    await Promise.all(this.#uploading.values());
  }

  /** Sends nothing any more, acknowledged or not. */
  abandon(): void {
    this.#stopped = true;
    this.#abandoned = true;
  }

  async #work(): Promise<void> {
    while (!this.#stopped) {
      const session = makeSession();
      this.record.runs.push(...session.runs);
      for (const [sha256, text] of session.blobs) this.record.blobs.set(sha256, text);
      const queue = shuffled(session.batches).values();
      const connection = async () => {
        for (const batch of queue) {
          await this.#deliver(batch);
          await wait(between(0, this.#settings.pauseMs));
        }
      };
      await Promise.all(Array.from({ length: CONNECTIONS_PER_SESSION }, connection));
    }
  }

  /** Resolves when the batch is acknowledged; perhaps it is sent again later. */
  async #deliver(batch: Batch): Promise<void> {
    const sending = this.record.add(batch);
    const copies = chance(AT_ONCE_TWICE) ? 2 : 1;
    await Promise.all(Array.from({ length: copies }, () => this.#untilAcknowledged(sending)));
    if (!chance(REPEATED_LATER)) return;
    this.#repeating.push(wait(between(0, LATER_MS)).then(() => this.#untilAcknowledged(sending)));
  }

  async #untilAcknowledged(sending: Sending): Promise<void> {
    while (!this.#abandoned) {
      const answer = await send(this.#target, {
        method: "POST",
        path: "/api/v1/telemetry",
        headers: { "content-type": "application/json", "content-encoding": "gzip" },
        body: sending.batch.body,
      });
      if (typeof answer === "object" && answer.status === 202)
        return this.#noteAcknowledged(sending, answer.text);
      this.#noteRefused(sending, answer);
      await wait(between(AGAIN_MS.least, AGAIN_MS.most));
    }
  }

  #noteAcknowledged(sending: Sending, answer: string): void {
    const { record } = this;
    record.count("202");
    sending.acknowledged++;
    sending.answer ??= answer;
    const [now, before] = [JSON.parse(answer), JSON.parse(sending.answer)];
    if (!isDeepStrictEqual(now, before))
      record.wrongAnswers.push(`a repeated batch got ${answer}, before ${sending.answer}`);
    const { accepted, need } = now;
    if (accepted !== sending.batch.events.length) record.wrongAnswers.push(`not all was accepted: ${answer}`);
    for (const sha256 of need.blobs) this.#upload(sha256);
  }

  #noteRefused(sending: Sending, answer: Answer): void {
    const { record } = this;
    if (answer !== "unreached" && (answer === "broken" || answer.status >= 500)) sending.unknown++;
    record.count(typeof answer === "string" ? answer : String(answer.status));
    if (typeof answer === "string") return;
    const later = answer.status === 429 || answer.status === 503;
    if (later && answer.headers["retry-after"]) return;
    record.wrongAnswers.push(
      later ? `${answer.status} without Retry-After` : `${answer.status}: ${answer.text.slice(0, 500)}`,
    );
  }

  #upload(sha256: string): void {
    if (this.#uploading.has(sha256)) return;
    const body = Buffer.from(this.record.blobs.get(sha256) ?? "");
    const headers = { "content-type": "application/octet-stream" };
    const message = { method: "PUT", path: `/api/v1/blobs/${sha256}`, headers, body } as const;
    const untilStored = async () => {
      while (!this.#abandoned) {
        const answer = await send(this.#target, message);
        if (typeof answer === "object" && answer.status < 300) return;
        await wait(between(AGAIN_MS.least, AGAIN_MS.most));
      }
    };
    this.#uploading.set(sha256, untilStored());
  }
}
