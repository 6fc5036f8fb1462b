import { chmod, chown, mkdir, stat } from "node:fs/promises";
import path from "node:path";
import { DatabaseProblem } from "../database-problem";
import { runCommand, type ServerUser } from "./run-command";

/** Permission of group and others to pass through a folder. */
const PASS = 0o011;

/** What the embedded server keeps in the data folder. */
export interface ServerFolder {
  root: string;
  data: string;
  password: string;
  port: string;
  log: string;
}

/** Where the server keeps what it has, below the data folder. */
export function serverFolder(dataDir: string): ServerFolder {
  const root = path.join(path.resolve(dataDir), "postgres");
  return {
    root,
    data: path.join(root, "data"),
    password: path.join(root, "password"),
    port: path.join(root, "port"),
    log: path.join(root, "server.log"),
  };
}

/** Makes the server's folder, owned by the server's user and closed to others. */
export async function prepareFolder(root: string, user: ServerUser): Promise<void> {
  const dataDir = path.dirname(root);
  await mkdir(root, { recursive: true, mode: 0o700 }).catch((cause: Error) => {
    throw new DatabaseProblem(
      `The data folder ${dataDir} cannot be used: ${cause.message}. Choose another one with --data-dir.`,
      { cause },
    );
  });
  if (user.uid !== undefined && user.gid !== undefined) {
    await letThrough(dataDir);
    await chown(root, user.uid, user.gid);
    const { ok } = await runCommand("/bin/sh", ["-c", 'cd "$1"', "sh", root], { user, cwd: "/" });
    if (!ok) {
      throw new DatabaseProblem(
        `PostgreSQL does not run as root, and its user cannot enter ${dataDir} because a folder above is closed to others. Choose an open place with --data-dir, for instance --data-dir /var/lib/heddle.`,
      );
    }
  } else if ((await stat(root)).uid !== process.getuid?.()) {
    throw new DatabaseProblem(
      `The data in ${dataDir} belongs to another user. Start as that user, or choose another folder with --data-dir.`,
    );
  }
}

/** The data folder is ours, so that the server's user may pass through it, without reading it. */
async function letThrough(dataDir: string): Promise<void> {
  const { mode, uid } = await stat(dataDir);
  if (uid === 0 && (mode & PASS) !== PASS) await chmod(dataDir, (mode & 0o7777) | PASS);
}
