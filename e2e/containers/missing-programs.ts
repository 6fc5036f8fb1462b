import { spawnSync } from "node:child_process";

/** What the services' images bring along, and the test takes from this machine. */
const NEEDED = ["git", "redis-server", "redis-cli", "pg_isready"];

/** The programs that are not there; loudly, and an error where `CI` is set. */
export function missingPrograms(): string[] {
  const missing = NEEDED.filter((name) => spawnSync(name, ["--version"]).status !== 0);
  if (missing.length === 0) return [];
  const message = `There is no ${missing.join(", ")}: the journey of the containers does not run.`;
  if (process.env.CI) throw new Error(message);
  console.warn(`\n${"!".repeat(80)}\n${message}\n${"!".repeat(80)}\n`);
  return missing;
}
