import { LIMITS } from "@heddle/contract";
import { SDK } from "../version";
import type { Answer } from "./answer";
import { Drops } from "./drops";
import type { EventBody } from "./event";
import { Heartbeat } from "./heartbeat";
import { notice } from "./notice";
import { Sender } from "./sender";
import type { Settings } from "./settings";
import { Transport } from "./transport";
import { type Version, Versions } from "./versions";
import { PROJECT_HEADER, undelivered } from "./words";

const EVENT_BYTES = LIMITS.eventBytes - 64 * 1024;

/** One process's connection to one project. None of its methods throws or rejects. */
export class Client {
  readonly settings: Settings;
  readonly drops: Drops;
  readonly heartbeat: Heartbeat;
  readonly versions = new Versions();
  readonly #transport: Transport;
  readonly #headers: Record<string, string>;
  readonly #sender: Sender;
  readonly #tasks = new Set<Promise<void>>();
  #late = false;

  constructor(settings: Settings) {
    this.settings = settings;
    this.drops = new Drops(settings.onDrop);
    this.#transport = new Transport(settings.url);
    this.#headers = {
      authorization: `Bearer ${settings.apiKey}`,
      ...(settings.project === null ? {} : { [PROJECT_HEADER]: settings.project }),
      "content-type": "application/json",
      "content-encoding": "gzip",
      "user-agent": `${SDK.name}/${SDK.version}`,
    };
    this.heartbeat = new Heartbeat(settings.url, this.#headers, SDK);
    this.#sender = new Sender({
      server: settings.url.origin,
      transport: this.#transport,
      headers: this.#headers,
      sdk: SDK,
      drops: this.drops,
      onAnswer: (answer, runIds) => this.#answerNeeds(answer, runIds[0]),
    });
  }

  record(event: EventBody): void {
    const json = JSON.stringify(event);
    const bytes = Buffer.byteLength(json);
    if (bytes > EVENT_BYTES) this.drops.add([event.runId], "event_too_large");
    else this.#sender.add({ runId: event.runId, json, bytes }, event.type.startsWith("run."));
  }

  /** Something that has to end before everything is delivered. */
  track(task: Promise<void>): void {
    const tracked = task
      .catch(() => notice("could not record a part of a run."))
      .finally(() => this.#tasks.delete(tracked));
    this.#tasks.add(tracked);
  }

  /** How much is not delivered yet: events, and what will become one. */
  get left(): number {
    return this.#sender.left + this.#tasks.size;
  }

  /** Why what is left cannot be delivered; null when nothing speaks against it. */
  get complaint(): string | null {
    const trouble = this.#sender.trouble ?? (this.#late ? "did not answer in time" : null);
    return trouble === null ? null : undelivered(this.left, this.settings.url.origin, trouble);
  }

  /** True when all that was recorded before the call is delivered, false when it was given up before. */
  async flush(timeoutMs: number, givenUp?: Promise<void>): Promise<boolean> {
    let alarm: NodeJS.Timeout | undefined;
    // This timer also keeps the process alive, which the sender's own timers and sockets do not.
    const timeout = new Promise<false>((resolve) => {
      alarm = setTimeout(() => resolve(false), timeoutMs);
      void givenUp?.then(() => resolve(false));
    });
    const flushed = await Promise.race([this.#settle(), timeout]);
    clearTimeout(alarm);
    this.#late = !flushed;
    return flushed;
  }

  /** As `flush`, but does not wait for a server that is in trouble. */
  async handOver(timeoutMs: number): Promise<void> {
    await this.flush(timeoutMs, this.#sender.inTrouble());
  }

  /** Flushes in a hurry, drops what is left, and takes no more. */
  async shutdown(timeoutMs: number, reason: string): Promise<boolean> {
    this.#sender.hurry = true;
    const flushed = await this.flush(timeoutMs);
    if (this.complaint !== null) notice(this.complaint);
    this.heartbeat.stop();
    this.#sender.close(reason);
    return flushed;
  }

  async #settle(): Promise<true> {
    await Promise.all(this.#tasks);
    await this.#sender.settle(this.#sender.added);
    // Answers may ask for code; what was recorded meanwhile by others is waited for as well, once.
    await Promise.all(this.#tasks);
    await this.#sender.settle(this.#sender.added);
    await Promise.all(this.#tasks);
    return true;
  }

  #answerNeeds({ need }: Answer, runId: string | undefined): void {
    if (runId === undefined) return;
    for (const version of this.versions.wanted(need.codeVersions)) this.#define(version, runId);
    if (need.blobs.length > 0) {
      this.track(this.versions.upload(need.blobs, this.#transport, this.#headers));
    }
  }

  #define({ hash, manifest, git }: Version, runId: string): void {
    this.record({ type: "code.version", runId, hash, manifest, ...(git === null ? {} : { git }) });
  }
}
