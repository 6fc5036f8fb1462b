import { stat } from "node:fs/promises";
import { DatabaseProblem } from "../database-problem";
import { runCommand, type ServerUser } from "./run-command";

/** Debian's and macOS's names of PostgreSQL's own user, and the one that every system has. */
const CANDIDATES = ["postgres", "_postgres", "nobody"];

/**
 * PostgreSQL refuses to run as root; then the owner of the data that exist, or an unprivileged user of
 * the system, stands in.
 */
export async function findServerUser(folder: string): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return {};
  const existing = await stat(folder).catch(() => undefined);
  if (existing && existing.uid !== 0) return { uid: existing.uid, gid: existing.gid };
  for (const name of CANDIDATES) {
    const uid = await numericId("-u", name);
    const gid = await numericId("-g", name);
    if (uid && gid) return { uid, gid };
  }
  throw new DatabaseProblem(
    `PostgreSQL does not run as root, and there is no user to run it as (${CANDIDATES.join(", ")}). Start as an ordinary user, or set DATABASE_URL.`,
  );
}

async function numericId(flag: string, name: string): Promise<number | undefined> {
  const { ok, output } = await runCommand("id", [flag, name], { user: {}, cwd: "/" });
  return ok ? Number(output) : undefined;
}
