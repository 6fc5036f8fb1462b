import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "pino";

type Close = () => void | Promise<void>;

/** Named things to end, in the reverse of the order in which they were begun. */
export class Shutdown {
  readonly #closers: { name: string; close: Close }[] = [];
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  add(name: string, close: Close): void {
    this.#closers.push({ name, close });
  }

  /** Ends everything, one after the other. Returns false when something failed or the deadline came first. */
  async run(deadlineMs: number): Promise<boolean> {
    const late = wait(deadlineMs, "late", { ref: false });
    return (await Promise.race([this.#closeAll(), late])) === "clean";
  }

  async #closeAll(): Promise<"clean" | "failed"> {
    let outcome: "clean" | "failed" = "clean";
    for (let next = this.#closers.pop(); next; next = this.#closers.pop()) {
      try {
        await next.close();
      } catch (error) {
        outcome = "failed";
        this.#log.error({ err: error, what: next.name }, "could not be closed");
      }
    }
    return outcome;
  }
}
