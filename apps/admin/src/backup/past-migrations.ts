import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { MIGRATIONS_DIR, migrationNames } from "@heddle/db/migrate";
import { Refusal } from "../refusal";
import type { Header } from "./format";

/** Refuses the backup of a version that is newer than this one. */
export async function mustBeKnown({ migrations, heddle }: Header): Promise<void> {
  const known = new Set(await migrationNames(MIGRATIONS_DIR));
  const unknown = migrations.find((name) => !known.has(name));
  if (unknown === undefined) return;
  throw new Refusal(
    `The backup was made by a newer version of Heddle (${heddle}, migration ${unknown}). Restore it with that version or a later one.`,
  );
}

/** Gives `work` a folder with the migrations that a backup's database had, and no others. */
export async function withMigrationsOf<T>(
  { migrations }: Header,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), "heddle-migrations-"));
  try {
    for (const name of ["migration_lock.toml", ...migrations]) {
      await cp(path.join(MIGRATIONS_DIR, name), path.join(folder, name), { recursive: true });
    }
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
