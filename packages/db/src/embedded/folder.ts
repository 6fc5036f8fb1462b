import { chmod, chown, mkdir, stat } from "node:fs/promises";
import path from "node:path";
import { DatabaseProblem } from "../database-problem";
import { runCommand, type ServerUser } from "./run-command";

/** What the embedded server keeps in the data folder. */
export interface ServerFolder {
  root: string;
  data: string;
  password: string;
  port: string;
  log: string;
}

/** Makes the server's folder inside the data folder, owned by the server's user and closed to others. */
export async function prepareFolder(dataDir: string, user: ServerUser): Promise<ServerFolder> {
  const root = path.join(path.resolve(dataDir), "postgres");
  await mkdir(root, { recursive: true, mode: 0o700 });
  if (user.uid !== undefined && user.gid !== undefined) {
    await letThrough(path.dirname(root));
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
  return {
    root,
    data: path.join(root, "data"),
    password: path.join(root, "password"),
    port: path.join(root, "port"),
    log: path.join(root, "server.log"),
  };
}

/** The data folder is ours, so that the server's user may pass through it, without reading it. */
async function letThrough(dataDir: string): Promise<void> {
  const { mode } = await stat(dataDir);
  await chmod(dataDir, (mode & 0o777) | 0o011);
}
