import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "./free-port";

/** What a test must know of a running product. */
export interface Product {
  url: string;
  email: string;
  password: string;
  apiKey: string;
  dataDir: string;
  /** Process of the supervisor. */
  pid: number;
  /** The only local address that webhooks may reach: a journey's own receiver listens there. */
  receiverPort: number;
}

const START_MS = 300_000;

/** Makes a data folder for a product of a test's own. */
export function makeDataDir(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), "heddle-e2e-"));
}

/**
 * Starts the real product with `npm start`'s own script, on a free port, with further variables in its
 * environment. `stop` ends it as a user would.
 */
export async function startProduct(
  dataDir: string,
  args: string[] = [],
  more: Record<string, string> = {},
): Promise<{ product: Product; stop: () => Promise<void> }> {
  const [port, receiverPort] = [await freePort(), await freePort()];
  const env: NodeJS.ProcessEnv = { ...process.env, OUTBOUND_ALLOW_HOSTS: `127.0.0.1:${receiverPort}` };
  for (const name of ["DATABASE_URL", "REDIS_URL", "PUBLIC_URL", "HEDDLE_SECRET", "PORT", "HOST"])
    delete env[name];
  Object.assign(env, more);
  const child = spawn(
    process.execPath,
    ["scripts/start.mjs", "--port", String(port), "--data-dir", dataDir, ...args],
    { cwd: path.join(import.meta.dirname, "../.."), env, stdio: ["ignore", "pipe", "inherit"] },
  );
  await started(child);
  const secrets = await readSecrets(dataDir);
  const product = { url: `http://localhost:${port}`, ...secrets, dataDir, pid: child.pid ?? 0, receiverPort };
  return { product, stop: () => stopProduct(child) };
}

function started(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    const fail = (why: string) => reject(new Error(`The product did not start: ${why}\n${output}`));
    const timer = setTimeout(() => fail(`no welcome within ${START_MS / 1000} s`), START_MS);
    child.once("exit", (code) => fail(`exit code ${code}`));
    child.stdout?.on("data", (chunk: Buffer) => {
      output += chunk;
      if (!output.includes("Heddle is running")) return;
      clearTimeout(timer);
      child.stdout?.removeAllListeners("data").resume();
      resolve();
    });
  });
}

async function readSecrets(dataDir: string): Promise<Pick<Product, "email" | "password" | "apiKey">> {
  const text = await readFile(path.join(dataDir, "first-sign-in.txt"), "utf8");
  const value = (label: string) => text.match(new RegExp(`^${label}: (.+)$`, "m"))?.[1] ?? "";
  return { email: value("E-mail"), password: value("Password"), apiKey: value("API key") };
}

async function stopProduct(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  await exited;
}
