import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { DatabaseProblem, diffSchemas } from "@heddle/db/migrate";

const SCHEMA = path.join(import.meta.dirname, "schema.prisma");
const MIGRATIONS = path.join(import.meta.dirname, "migrations");
/** The schema that the newest migration leads to. */
const PREVIOUS = path.join(MIGRATIONS, "schema.prisma");

/**
 * Writes a migration from the schema of the newest migration to prisma/schema.prisma, and returns its
 * file; undefined when nothing changed. The database only lends its version to the engine.
 */
export async function createMigration(name: string, url: string): Promise<string | undefined> {
  if (!/^[a-z0-9_]+$/.test(name)) {
    throw new DatabaseProblem(`"${name}" is no name for a migration: use lower-case letters, digits and _.`);
  }
  const [before, after] = await Promise.all([readFile(PREVIOUS, "utf8"), readFile(SCHEMA, "utf8")]);
  const sql = await diffSchemas(url, before, after);
  if (/^\s*(--.*\s*)*$/.test(sql)) return undefined;
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.join(MIGRATIONS, `${stamp}_${name}`);
  await mkdir(folder);
  const file = path.join(folder, "migration.sql");
  await writeFile(file, sql);
  await copyFile(SCHEMA, PREVIOUS);
  return path.relative(process.cwd(), file);
}
