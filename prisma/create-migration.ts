import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { DatabaseProblem, diffSchemas } from "@heddle/db/migrate";

/**
 * Writes a migration that leads from migrations/schema.prisma, where the newest migration led, to
 * schema.prisma. Returns its file, or undefined when nothing changed. The database only lends its version
 * to the engine.
 */
export async function createMigration(
  name: string,
  url: string,
  folder = import.meta.dirname,
): Promise<string | undefined> {
  const schema = path.join(folder, "schema.prisma");
  const previous = path.join(folder, "migrations", "schema.prisma");
  if (!/^[a-z0-9_]+$/.test(name)) {
    throw new DatabaseProblem(`"${name}" is no name for a migration: use lower-case letters, digits and _.`);
  }
  const [before, after] = await Promise.all([readFile(previous, "utf8"), readFile(schema, "utf8")]);
  const sql = await diffSchemas(url, before, after);
  if (/^\s*(--.*\s*)*$/.test(sql)) return undefined;
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const target = path.join(folder, "migrations", `${stamp}_${name}`);
  await mkdir(target);
  const file = path.join(target, "migration.sql");
  await writeFile(file, sql);
  await copyFile(schema, previous);
  return path.relative(process.cwd(), file);
}
