import { readFileSync } from "node:fs";

const EVERY_MS = 100;

/** Memory that a process holds, looked at ten times a second. Needs Linux. */
export class ResidentMemory {
  #peak = 0;
  readonly #timer: NodeJS.Timeout;

  constructor(process: { pid: number }) {
    this.#timer = setInterval(() => {
      this.#peak = Math.max(this.#peak, residentMegabytes(process.pid));
    }, EVERY_MS);
  }

  /** The most since this was last asked, in MiB. */
  takePeak(): number {
    const peak = this.#peak;
    this.#peak = 0;
    return Math.round(peak);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

function residentMegabytes(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
