import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

/** A process that a later start can recognise: ids are used again, an id with its start time is not. */
export interface ProcessIdentity {
  pid: number;
  /** When it started, in the words of the operating system. */
  started: string;
}

const START_TIME_FIELD = 22;

/** The running process with this id; null when there is none, or when the system cannot tell. */
export async function identifyProcess(pid: number): Promise<ProcessIdentity | null> {
  const started = process.platform === "linux" ? await startOnLinux(pid) : await startByPs(pid);
  return started ? { pid, started } : null;
}

/** Whether exactly this process is still running. */
export async function isRunning(identity: ProcessIdentity): Promise<boolean> {
  return (await identifyProcess(identity.pid))?.started === identity.started;
}

async function startOnLinux(pid: number): Promise<string | null> {
  try {
    const [line, boot] = await Promise.all([
      readFile(`/proc/${pid}/stat`, "utf8"),
      readFile("/proc/sys/kernel/random/boot_id", "utf8"),
    ]);
    // The second field, the command's name, may itself hold spaces and parentheses.
    const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z") return null;
    return `${boot.trim()}/${fields[START_TIME_FIELD - 3]}`;
  } catch {
    return null;
  }
}

async function startByPs(pid: number): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)("ps", ["-o", "lstart=", "-p", String(pid)]);
    return stdout.trim() || null;
  } catch {
    return null;
  }
}
