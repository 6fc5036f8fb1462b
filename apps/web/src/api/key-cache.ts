import { createHash } from "node:crypto";
import type { AuthenticatedKey } from "@heddle/core";
import { BriefMemory } from "./brief-memory";

/** Remembers for a moment what a key stands for, but not beyond the key's own end. Holds no key itself. */
export class KeyCache {
  readonly #memory: BriefMemory<AuthenticatedKey | null>;

  constructor(
    private readonly lookUp: (key: string) => Promise<AuthenticatedKey | null>,
    private readonly now: () => number,
  ) {
    this.#memory = new BriefMemory(now);
  }

  async get(key: string): Promise<AuthenticatedKey | null> {
    const name = createHash("sha256").update(key).digest("base64");
    const found = await this.#memory.get(name, () => this.lookUp(key));
    return found?.expiresAt && found.expiresAt.getTime() <= this.now() ? null : found;
  }
}
