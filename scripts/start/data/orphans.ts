import { readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { identifyProcess, isRunning, type ProcessIdentity } from "./process-identity";
import { PROCESSES_FILE } from "./processes-file.mjs";

const GRACE_MS = 5000;
const POLL_MS = 100;

/** One of the instance's processes: `web` or `worker`. */
type NamedProcess = ProcessIdentity & { name: string };

/** Which processes this instance started, on disk, so that a start after a crash can end them. */
export class ProcessLedger {
  readonly #file: string;
  readonly #running = new Map<number, NamedProcess>();
  #writing: Promise<void> = Promise.resolve();

  constructor(dataDir: string) {
    this.#file = path.join(dataDir, PROCESSES_FILE);
  }

  /** Notes a process that was just started. */
  async add(name: string, pid: number): Promise<void> {
    const identity = await identifyProcess(pid);
    if (identity) this.#running.set(pid, { name, ...identity });
    await this.#write();
  }

  /** Forgets a process that has ended. */
  async remove(pid: number): Promise<void> {
    this.#running.delete(pid);
    await this.#write();
  }

  /** Ends what an earlier instance left running; returns how many processes that were. */
  async endOrphans(): Promise<number> {
    const recorded = await readLedger(this.#file);
    const ended = await Promise.all(recorded.map(endProcess));
    await rm(this.#file, { force: true });
    return ended.filter(Boolean).length;
  }

  /** Kills at once what this instance started. */
  killAll(): void {
    for (const pid of this.#running.keys()) signalGroup(pid, "SIGKILL");
  }

  #write(): Promise<void> {
    this.#writing = this.#writing.then(() => replaceFile(this.#file, [...this.#running.values()]));
    return this.#writing;
  }
}

/** Whole or not at all: a supervisor may be killed at any moment. */
async function replaceFile(file: string, processes: NamedProcess[]): Promise<void> {
  if (processes.length === 0) return rm(file, { force: true });
  await writeFile(`${file}.new`, JSON.stringify(processes));
  await rename(`${file}.new`, file);
}

async function readLedger(file: string): Promise<NamedProcess[]> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as NamedProcess[];
  } catch {
    return [];
  }
}

async function endProcess(identity: ProcessIdentity): Promise<boolean> {
  if (!(await isRunning(identity))) return false;
  signalGroup(identity.pid, "SIGTERM");
  for (let waited = 0; waited < GRACE_MS; waited += POLL_MS) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    if (!(await isRunning(identity))) return true;
  }
  signalGroup(identity.pid, "SIGKILL");
  return true;
}

/** Signals a child and whatever it started: children lead a process group of their own. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(process.platform === "win32" ? pid : -pid, signal);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
