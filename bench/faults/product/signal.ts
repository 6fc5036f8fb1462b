import { setTimeout as wait } from "node:timers/promises";

const GONE_MS = 10_000;

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Kills a process of ours; false when it was dead before. */
export async function killProcess(pid: number | undefined): Promise<boolean> {
  if (!pid || !isAlive(pid)) return false;
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    return false;
  }
  for (const end = Date.now() + GONE_MS; isAlive(pid) && Date.now() < end; ) await wait(10);
  return true;
}
