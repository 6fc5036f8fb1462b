import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg";

const PRISMA_DIR = fileURLToPath(new URL("../../../../prisma", import.meta.url));
const LOCK_FILE = "migration_lock.toml";

export const MIGRATIONS_DIR = path.join(PRISMA_DIR, "migrations");

/** Text of prisma/schema.prisma. */
export function readSchema(): Promise<string> {
  return readFile(path.join(PRISMA_DIR, "schema.prisma"), "utf8");
}

/** Names of the migrations in a folder, oldest first. */
export async function migrationNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The migrations of a folder up to one of them, in the form that the schema engine takes. */
export async function readMigrations(folder: string, last: string): Promise<MigrationList> {
  const names = (await migrationNames(folder)).filter((name) => name <= last);
  const directories = names.map(async (name) => {
    const value = await readFile(path.join(folder, name, "migration.sql"), "utf8");
    return { path: name, migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value } } };
  });
  return {
    baseDir: folder,
    lockfile: { path: LOCK_FILE, content: await readFile(path.join(folder, LOCK_FILE), "utf8") },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(directories),
  };
}
