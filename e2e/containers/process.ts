import { type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";

/** A process that stands for the one of a container, with everything that it printed. */
export class ContainerProcess {
  output = "";
  readonly #exit: Promise<number | null>;
  readonly #child;

  constructor([command = "", ...args]: string[], options: SpawnOptions) {
    this.#child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on("data", (chunk: Buffer) => {
        this.output += chunk;
      });
    }
    this.#exit = once(this.#child, "close").then(
      ([code]) => code,
      (error: Error) => {
        this.output += error.message;
        return 127;
      },
    );
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** The exit code; null after a signal. */
  ended(): Promise<number | null> {
    return this.#exit;
  }

  /** Ends it as Docker would: SIGTERM, and SIGKILL when it takes longer than it may. Null when it was killed. */
  async stop(graceMs: number): Promise<number | null> {
    if (!this.hasEnded) this.#child.kill("SIGTERM");
    const killing = new AbortController();
    const kill = wait(graceMs, undefined, { signal: killing.signal }).then(() => this.#child.kill("SIGKILL"));
    kill.catch(() => {});
    const code = await this.#exit;
    killing.abort();
    return code;
  }
}
