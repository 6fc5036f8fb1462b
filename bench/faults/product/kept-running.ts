import { setTimeout as wait } from "node:timers/promises";
import { Child } from "./child";
import { killProcess } from "./signal";

const AGAIN_MS = 300;

/** A process that is started again whenever it ends, as an orchestrator does. */
export class KeptRunning {
  readonly child: Child;
  #stopping = false;

  constructor(command: ConstructorParameters<typeof Child>[0]) {
    this.child = new Child(command);
  }

  start(): void {
    this.child.start(() => void this.#again());
  }

  kill(): Promise<boolean> {
    return killProcess(this.child.pid);
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.child.end("SIGTERM");
  }

  async #again(): Promise<void> {
    await wait(AGAIN_MS);
    if (!this.#stopping) this.start();
  }
}
