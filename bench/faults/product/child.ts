import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

const LINES_KEPT = 60;

interface Command {
  name: string;
  cwd: string;
  args: string[];
  env: NodeJS.ProcessEnv;
}

/** A Node process of ours, with the last lines that it said. */
export class Child {
  readonly #command: Command;
  #child: ChildProcess | undefined;
  #lines: string[] = [];

  constructor(command: Command) {
    this.#command = command;
  }

  /** Starts it, and says so to `onExit` when it ends. It leads a group of its own, out of the terminal's reach. */
  start(onExit: () => void): void {
    const { cwd, args, env } = this.#command;
    const child = spawn(process.execPath, args, {
      cwd,
      env,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child = child;
    const keep = (chunk: Buffer) => {
      this.#lines = [...this.#lines, ...chunk.toString().split("\n").filter(Boolean)].slice(-LINES_KEPT);
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.once("exit", onExit);
  }

  get pid(): number | undefined {
    const child = this.#child;
    return child && child.exitCode === null && child.signalCode === null ? child.pid : undefined;
  }

  /** What it said last, for whoever looks into a failure. */
  get lastLines(): string {
    return this.#lines.map((line) => `${this.#command.name} | ${line}`).join("\n");
  }

  /** Forgets what it said, so that what it says next can be waited for. */
  forget(): void {
    this.#lines = [];
  }

  said(text: string): boolean {
    return this.#lines.some((line) => line.includes(text));
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (!child || this.pid === undefined) return;
    const gone = once(child, "exit");
    if (child.kill(signal)) await gone;
  }
}
