import { Worker } from "node:worker_threads";
import { createUuidV7 } from "@heddle/contract";
import type { Sdk } from "./batch";
import { HEARTBEAT_SOURCE } from "./heartbeat-source";

export const HEARTBEAT_SECONDS = 15;
const IDLE_MS = 5000;

/**
 * Signs of life of the open runs, from a thread of their own: a node that computes without a pause blocks
 * the main one. The thread does not keep the process alive, and ends soon after the last run.
 */
export class Heartbeat {
  readonly #url: URL;
  readonly #headers: Record<string, string>;
  readonly #sdk: Sdk;
  readonly #everyMs: number;
  readonly #open = new Set<string>();
  #thread: Worker | null = null;
  #idle: NodeJS.Timeout | null = null;

  constructor(url: URL, headers: Record<string, string>, sdk: Sdk, everyMs = HEARTBEAT_SECONDS * 1000) {
    this.#url = url;
    this.#headers = headers;
    this.#sdk = sdk;
    this.#everyMs = everyMs;
  }

  open(runId: string): void {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = null;
    this.#open.add(runId);
    this.#thread ??= this.#start();
    this.#thread.postMessage({ open: runId });
  }

  close(runId: string): void {
    this.#open.delete(runId);
    this.#thread?.postMessage({ close: runId });
    if (this.#open.size === 0) this.#idle ??= setTimeout(() => this.stop(), IDLE_MS).unref();
  }

  stop(): void {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = null;
    const thread = this.#thread;
    this.#thread = null;
    thread?.terminate().catch(() => undefined);
  }

  #start(): Worker {
    const url = new URL(`${this.#url.pathname.replace(/\/$/, "")}/api/v1/telemetry`, this.#url);
    const headers = Object.fromEntries(
      Object.entries(this.#headers).filter(([name]) => name !== "content-encoding"),
    );
    const thread = new Worker(HEARTBEAT_SOURCE, {
      eval: true,
      // The pipeline's loaders and variables are not for this thread, and would slow its start.
      execArgv: [],
      env: {},
      stdout: true,
      stderr: true,
      workerData: {
        url: url.href,
        headers,
        sdk: this.#sdk,
        writer: createUuidV7(),
        everyMs: this.#everyMs,
      },
    });
    thread.on("error", () => {
      this.#thread = null;
    });
    thread.unref();
    return thread;
  }
}
