import { type ChildProcess, spawn } from "node:child_process";
import { type ProcessLedger, signalGroup } from "../data/orphans";
import { prefixOutput, say } from "../log/prefix-output";
import { decideRestart } from "./restart-policy";

export interface ServiceCommand {
  name: string;
  cwd: string;
  /** Arguments of Node. */
  args: string[];
  env: NodeJS.ProcessEnv;
}

/** A child that is kept running: it is started again when it dies, a few times. */
export class Service {
  readonly #command: ServiceCommand;
  readonly #ledger: ProcessLedger;
  readonly #giveUp: (sentence: string) => void;
  #child: ChildProcess | null = null;
  #exited: Promise<void> = Promise.resolve();
  #stopping = false;
  #deaths = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(command: ServiceCommand, ledger: ProcessLedger, giveUp: (sentence: string) => void) {
    this.#command = command;
    this.#ledger = ledger;
    this.#giveUp = giveUp;
  }

  /** Starts the child in a process group of its own, so that Ctrl-C reaches the supervisor only. */
  start(): void {
    const { name, args, cwd, env } = this.#command;
    const startedAt = performance.now();
    const child = spawn(process.execPath, args, {
      cwd,
      env,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child = child;
    prefixOutput(name, child.stdout);
    prefixOutput(name, child.stderr);
    const recorded = child.pid === undefined ? Promise.resolve() : this.#ledger.add(name, child.pid);
    this.#exited = new Promise((resolve) => {
      child.once("error", (error) => say(name, `could not be started: ${error.message}`));
      child.once("close", (code, signal) => {
        this.#child = null;
        const ended = signal ?? `exit code ${code}`;
        resolve(recorded.then(() => this.#ledger.remove(child.pid ?? 0)));
        if (!this.#stopping) this.#restart(ended, performance.now() - startedAt);
      });
    });
  }

  /** Asks the child to end, kills it with all it started after `graceMs`, and waits until it is gone. */
  async stop(graceMs: number): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#timer);
    const pid = this.#child?.pid;
    if (pid === undefined) return this.#exited;
    this.#child?.kill("SIGTERM");
    const deadline = setTimeout(() => signalGroup(pid, "SIGKILL"), graceMs);
    await this.#exited;
    clearTimeout(deadline);
    signalGroup(pid, "SIGKILL");
  }

  #restart(ended: string, livedMs: number): void {
    const { name } = this.#command;
    const decision = decideRestart(this.#deaths, livedMs);
    if (!decision.restart) {
      this.#giveUp(`The ${name} process keeps ending (${ended}). Its last lines above say why.`);
      return;
    }
    this.#deaths = decision.deaths;
    say(name, `ended unexpectedly (${ended}); starting again in ${decision.delayMs / 1000} s`);
    this.#timer = setTimeout(() => this.start(), decision.delayMs);
  }
}
