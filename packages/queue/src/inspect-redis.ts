import { setTimeout as wait } from "node:timers/promises";
import type { Redis } from "ioredis";

const PATIENCE_MS = 5000;
const OLDEST = [6, 2] as const;

/**
 * Refuses a Redis that is too old, and tells of one that forgets jobs, or that does not answer yet: nothing is
 * lost without it, so that one is looked at once it is there.
 */
export async function inspectRedis(redis: Redis, tell: (error: Error) => void): Promise<void> {
  const inspection = redis.info().then((info) => {
    requireVersion(info);
    const policy = field(info, "maxmemory_policy");
    if (policy !== undefined && policy !== "noeviction") tell(new Error(forgets(policy)));
  });
  const inTime = await Promise.race([inspection.then(() => true), wait(PATIENCE_MS, false, { ref: false })]);
  if (inTime) return;
  tell(
    new Error(
      "The Redis of REDIS_URL does not answer. Telemetry is stored without it; jobs wait until it does.",
    ),
  );
  inspection.catch((error: Error) => redis.status === "end" || tell(error));
}

function requireVersion(info: string): void {
  const version = field(info, "redis_version") ?? "";
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  throw new Error(
    `The Redis of REDIS_URL is ${version}; Heddle needs ${OLDEST.join(".")} or newer. Upgrade it.`,
  );
}

function forgets(policy: string): string {
  return `The Redis of REDIS_URL may forget jobs when its memory is full (maxmemory-policy ${policy}). Set it to noeviction.`;
}

function field(info: string, name: string): string | undefined {
  return new RegExp(`^${name}:(.*?)\\r?$`, "m").exec(info)?.[1];
}
