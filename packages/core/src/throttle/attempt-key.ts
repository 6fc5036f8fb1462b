import { createHash } from "node:crypto";
import type { Limit } from "./limits";

/** Names are people's addresses, so the table holds only hashes of them. */
export function attemptKey(limit: Limit, name: string): Buffer {
  return createHash("sha256").update(`${limit.what}:${name}`).digest();
}
