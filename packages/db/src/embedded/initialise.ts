import { randomBytes } from "node:crypto";
import { chown, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { DatabaseProblem } from "../database-problem";
import type { Binaries } from "./binaries";
import type { ServerFolder } from "./folder";
import { runCommand, type ServerUser } from "./run-command";

export const USER_NAME = "heddle";

/** Makes an empty cluster in the folder unless it holds one already. Half-made ones are made again. */
export async function initialise(
  folder: ServerFolder,
  binaries: Binaries,
  user: ServerUser,
  log: (line: string) => void,
): Promise<void> {
  const major = await readFile(path.join(folder.data, "PG_VERSION"), "utf8").catch(() => undefined);
  if (major !== undefined) return checkMajor(folder, Number(major), binaries);
  log("Creating the database.");
  await writePassword(folder.password, user);
  const half = `${folder.data}.part`;
  await rm(half, { recursive: true, force: true });
  const { ok, output } = await runCommand(
    path.join(binaries.bin, "initdb"),
    [
      `--pgdata=${half}`,
      `--username=${USER_NAME}`,
      `--pwfile=${folder.password}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--no-instructions",
    ],
    { user, cwd: folder.root },
  );
  if (!ok) throw new DatabaseProblem(`The database in ${folder.root} could not be created: ${output}`);
  await rename(half, folder.data);
}

function checkMajor(folder: ServerFolder, major: number, binaries: Binaries): void {
  const ours = Number.parseInt(binaries.version, 10);
  if (major === ours) return;
  const mend =
    major > ours
      ? "Start the newer Heddle that made it, or choose another folder with --data-dir."
      : "Take a backup with the Heddle that made it (heddle-admin backup) and restore it into a new folder (heddle-admin restore), or choose another one with --data-dir.";
  throw new DatabaseProblem(
    `The data in ${folder.root} was made by PostgreSQL ${major}; this Heddle brings ${ours}. ${mend}`,
  );
}

async function writePassword(file: string, user: ServerUser): Promise<void> {
  await rm(file, { force: true });
  await writeFile(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) await chown(file, user.uid, user.gid);
}
