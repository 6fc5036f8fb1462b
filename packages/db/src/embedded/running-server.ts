import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { runCommand } from "./run-command";

/** A server that already works on a data folder, left behind by a supervisor that was killed. */
export interface RunningServer {
  pid: number;
  port: number;
  stopping: boolean;
}

const STOP_MS = 30_000;

/** The server that works on a folder; one that is about to end is waited for and not returned. */
export async function adoptable(data: string): Promise<RunningServer | undefined> {
  const deadline = Date.now() + STOP_MS;
  let server = await findRunningServer(data);
  while (server?.stopping && Date.now() < deadline) {
    await sleep(100);
    server = await findRunningServer(data);
  }
  return server;
}

const lockFile = (data: string) => path.join(data, "postmaster.pid");

/**
 * The server that works on a folder. A lock file that names a process which is not a server on this folder,
 * as after a crash of the machine, is removed, since PostgreSQL may take it for real.
 */
export async function findRunningServer(data: string): Promise<RunningServer | undefined> {
  const text = await readFile(lockFile(data), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const server = await serverOf(data, text);
  if (!server) await rm(lockFile(data), { force: true });
  return server;
}

/** The same for whoever only looks: changes nothing, and throws where the folder may not be read. */
export async function seeRunningServer(data: string): Promise<RunningServer | undefined> {
  const text = await readFile(lockFile(data), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  return text === undefined ? undefined : await serverOf(data, text);
}

/** What the server's own lock file says, if that process is a server on this folder. */
async function serverOf(data: string, text: string): Promise<RunningServer | undefined> {
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!(pid > 0 && (await commandLine(pid)).includes(data))) return undefined;
  return { pid, port, stopping: lines[7]?.startsWith("stopping") ?? false };
}

async function commandLine(pid: number): Promise<string> {
  if (process.platform === "linux") {
    return readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  }
  return (await runCommand("ps", ["-o", "command=", "-p", String(pid)], { user: {}, cwd: "/" })).output;
}
