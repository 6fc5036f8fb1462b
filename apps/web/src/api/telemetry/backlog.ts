import { type Context, isBehind } from "@heddle/core";
import { BriefMemory } from "../brief-memory";
import { RateLimited } from "../rate-limited";

const WAIT_MS = 10_000;

/** Refuses batches of a project whose inbox is full, so that a worker that is away fills no disk. */
export class Backlog {
  readonly #memory = new BriefMemory<boolean>(Date.now);

  async refuse(ctx: Context): Promise<void> {
    if (!(await this.#memory.get(ctx.scope.projectId, () => isBehind({ ctx })))) return;
    const message = "The server is behind: too much of this project waits to be stored.";
    const fix =
      "Wait as long as Retry-After says. If it lasts, whoever runs the instance must look after its workers.";
    throw new RateLimited("backlog", WAIT_MS, message, fix);
  }
}
