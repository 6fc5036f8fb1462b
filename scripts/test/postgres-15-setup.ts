import type { TestProject } from "vitest/node";
import { setupOn } from "../../packages/db/src/testing/global-setup";
import { ensurePostgres15 } from "./postgres-15";

/** Starts a PostgreSQL 15 for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const programs = await ensurePostgres15();
  if (programs === undefined) throw new Error("There is no PostgreSQL 15.");
  return await setupOn(programs, project);
}
