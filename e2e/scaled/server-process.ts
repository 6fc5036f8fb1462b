import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

const APPS = path.join(import.meta.dirname, "../../apps");
const ENTRY = { web: "server.ts", worker: "src/main.ts" };
const START_MS = 120_000;
const ERROR_LEVEL = 50;

/** One web or worker process, as an orchestrator runs it: started, told to stop, started again. */
export class ServerProcess {
  readonly name: string;
  readonly url: string;
  /** Lines of its log that tell of an error. */
  readonly errors: string[] = [];
  readonly #app: "web" | "worker";
  readonly #env: NodeJS.ProcessEnv;
  #child: ChildProcess | undefined;

  constructor(app: "web" | "worker", name: string, env: { PORT: string } & NodeJS.ProcessEnv) {
    this.#app = app;
    this.name = name;
    this.url = `http://127.0.0.1:${env.PORT}`;
    this.#env = env;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** Starts it, and waits until it says that it is ready. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), ENTRY[this.#app]], {
      cwd: path.join(APPS, this.#app),
      env: this.#env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child = child;
    let output = "";
    let rest = "";
    await new Promise<void>((resolve, reject) => {
      const fail = (why: string) => reject(new Error(`${this.name} did not start: ${why}\n${output}`));
      const timer = setTimeout(() => fail(`not ready after ${START_MS} ms`), START_MS);
      const early = (code: number | null) => fail(`exit code ${code}`);
      child.once("exit", early);
      const take = (chunk: Buffer) => {
        output = (output + chunk).slice(-20_000);
        const lines = (rest + chunk).split("\n");
        rest = lines.pop() ?? "";
        this.errors.push(...lines.filter(isError));
        if (!output.includes(`${this.#app} is ready`)) return;
        clearTimeout(timer);
        child.off("exit", early);
        resolve();
      };
      child.stdout?.on("data", take);
      child.stderr?.on("data", take);
    });
  }

  /** Ends it with the signal, and gives its exit code. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    if (child && child.exitCode === null && child.signalCode === null && child.kill(signal)) {
      await once(child, "exit");
    }
    return child?.exitCode ?? null;
  }
}

/** A line that is no JSON comes from outside our log: from Node itself, or from a library that complains. */
function isError(line: string): boolean {
  if (line.trim() === "") return false;
  if (!line.startsWith("{")) return true;
  return Number(JSON.parse(line).level) >= ERROR_LEVEL;
}
