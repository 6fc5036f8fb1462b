import { redisServerPath } from "./redis-server";

type BackendName = "postgresql" | "redis";

/**
 * The backends that tests run on here. Redis is left out, loudly, where no `redis-server` is on the PATH;
 * where `CI` is set that is an error.
 */
export function availableBackends(): BackendName[] {
  if (redisServerPath() !== null) return ["postgresql", "redis"];
  const message =
    "No redis-server on the PATH: the tests of the Redis backend do not run. Install Redis >= 6.2.";
  if (process.env.CI) throw new Error(message);
  console.warn(`\n${"!".repeat(80)}\n${message}\n${"!".repeat(80)}\n`);
  return ["postgresql"];
}
