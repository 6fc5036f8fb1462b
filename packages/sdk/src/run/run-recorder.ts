import { createUuidV7, type JsonValue } from "@heddle/contract";
import { resultAttributes } from "../capture/attributes";
import { reportError } from "../capture/error-report";
import { fitName } from "../capture/text";
import { toJson, toTags } from "../capture/to-json";
import type { Client } from "../delivery/client";
import type { EventBody, OutgoingAttribute } from "../delivery/event";
import { HEARTBEAT_SECONDS } from "../delivery/heartbeat";
import type { Version } from "../delivery/versions";
import type { NodeObserver } from "../flow/execute";
import { Clock } from "./clock";
import type { Origin } from "./origin";
import { safely } from "./safely";

export interface RunDetails {
  pipeline: string;
  tags?: Record<string, string> | undefined;
  config?: object | undefined;
  plannedNodes?: string[];
}

const HAND_OVER_MS = 2000;

/** Tells the server about one run. No method throws, and only `failed` waits for anything. */
export class RunRecorder implements NodeObserver {
  readonly id = createUuidV7();
  readonly #client: Client;
  readonly #clock = new Clock();
  readonly #starts = new Map<string, string>();

  constructor(client: Client) {
    this.#client = client;
    client.drops.open(this.id);
    client.heartbeat.open(this.id);
  }

  /** Sent as soon as the machine and the code are known; the nodes do not wait for that. */
  started(details: RunDetails, origin: Promise<Origin>, version: Promise<Version | null>): void {
    const startedAt = this.#clock.now();
    const config = details.config === undefined ? undefined : { ...Object(toJson(details.config)) };
    const tags = safely(() => toTags(details.tags));
    const send = async () => {
      const [{ git, environment }, code] = await Promise.all([origin, version]);
      if (code !== null) this.#client.versions.remember(code);
      this.#record({
        type: "run.started",
        runId: this.id,
        pipeline: fitName(details.pipeline),
        startedAt,
        heartbeatSeconds: HEARTBEAT_SECONDS,
        ...(code === null ? {} : { codeVersion: code.hash }),
        ...(git === null ? {} : { git }),
        ...(environment === null ? {} : { environment }),
        ...(tags === undefined ? {} : { tags }),
        ...(config === undefined ? {} : { config: config as Record<string, JsonValue> }),
        ...(details.plannedNodes === undefined ? {} : { plannedNodes: details.plannedNodes.map(fitName) }),
      });
    };
    this.#client.track(send());
  }

  nodeStarted(node: string, attempt: number, task = ""): void {
    const startedAt = this.#clock.now();
    this.#starts.set(`${task}\n${node}`, startedAt);
    this.#record({ type: "node.started", runId: this.id, node: fitName(node), task, attempt, startedAt });
  }

  nodeSucceeded(
    node: string,
    attempt: number,
    value: unknown,
    task = "",
    more: OutgoingAttribute[] = [],
  ): void {
    const finished = this.#finished(node, attempt, task);
    safely(() => {
      const attributes = [...resultAttributes(value), ...more];
      this.#record({ ...finished, status: "succeeded", attributes });
    });
  }

  nodeFailed(node: string, attempt: number, error: unknown, task = "", more: OutgoingAttribute[] = []): void {
    const finished = this.#finished(node, attempt, task);
    this.#record({ ...finished, status: "failed", error: reportError(error), attributes: more });
  }

  nodeSkipped(node: string): void {
    const finishedAt = this.#clock.now();
    const name = fitName(node);
    this.#record({
      type: "node.finished",
      runId: this.id,
      node: name,
      task: "",
      attempt: 0,
      status: "skipped",
      finishedAt,
    });
  }

  /** A value that came from outside of the run, as a node of its own. */
  inputGiven(name: string, value: unknown): void {
    this.#starts.set(`\n${name}`, this.#clock.now());
    this.nodeSucceeded(name, 0, value);
  }

  /**
   * Ends the run and waits a moment until that is delivered: an error that nobody catches ends the process
   * at once, and the run that one wants to look into would be the one that is missing.
   */
  async failed(error: unknown, version: Promise<Version | null> | null = null): Promise<void> {
    safely(() => this.finished({ error }, version));
    await this.#client.handOver(HAND_OVER_MS);
  }

  /** `version` comes here when the graph was learned while the run went on. */
  finished(failure: { error: unknown } | null, version: Promise<Version | null> | null = null): void {
    const finishedAt = this.#clock.now();
    const error = failure === null ? undefined : reportError(failure.error);
    const send = async () => {
      const code = await version;
      if (code) this.#client.versions.remember(code);
      const dropped = this.#client.drops.close(this.id);
      this.#record({
        type: "run.finished",
        runId: this.id,
        status: failure === null ? "succeeded" : "failed",
        finishedAt,
        ...(error === undefined ? {} : { error }),
        ...(code ? { codeVersion: code.hash } : {}),
        ...(dropped === undefined ? {} : { dropped }),
      });
      this.#client.heartbeat.close(this.id);
    };
    this.#client.track(send());
  }

  #finished(node: string, attempt: number, task: string) {
    const finishedAt = this.#clock.now();
    const key = `${task}\n${node}`;
    const startedAt = this.#starts.get(key) ?? finishedAt;
    this.#starts.delete(key);
    return {
      type: "node.finished" as const,
      runId: this.id,
      node: fitName(node),
      task,
      attempt,
      startedAt,
      finishedAt,
    };
  }

  #record(event: EventBody): void {
    safely(() => this.#client.record(event));
  }
}
