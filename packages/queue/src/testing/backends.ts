import { type RedisServer, redisPrograms, startRedis } from "./redis-server";

/** What keeps the jobs in a test. */
export interface TestBackend {
  /** For the tests' names, with the version. */
  name: string;
  /** Undefined for jobs in PostgreSQL. */
  startRedis?: () => Promise<RedisServer>;
}

/**
 * The backends that tests run on here: PostgreSQL, and Redis and Valkey where they are on the PATH. None of
 * them is left out, loudly, and where `CI` is set that is an error.
 */
export function availableBackends(): TestBackend[] {
  const servers = redisPrograms().map(({ name, file }) => ({
    name,
    startRedis: () => startRedis(undefined, file),
  }));
  if (servers.length > 0) return [{ name: "PostgreSQL" }, ...servers];
  const message =
    "No redis-server on the PATH: the tests of the Redis backend do not run. Install Redis >= 6.2.";
  if (process.env.CI) throw new Error(message);
  console.warn(`\n${"!".repeat(80)}\n${message}\n${"!".repeat(80)}\n`);
  return [{ name: "PostgreSQL" }];
}
