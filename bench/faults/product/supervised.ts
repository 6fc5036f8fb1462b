import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { findEmbedded, startEmbedded } from "@heddle/db/embedded";
import { Child } from "./child";
import { productEnvironment, ROOT } from "./environment";
import { freePort } from "./free-port";
import { killBackend, postmasterId } from "./postgres";
import type { Product } from "./product";
import { isAlive, killProcess } from "./signal";
import { until } from "./until";

const START_MS = 180_000;

/** `npm start` with a data folder of its own, its PostgreSQL with all its safety, and jobs in PostgreSQL, too. */
export async function startSupervised(receiver: string): Promise<Product> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "heddle-faults-"));
  const port = await freePort();
  const args = ["scripts/start.mjs", "--port", String(port), "--data-dir", dataDir, "--no-demo"];
  // It ends by itself when this process is gone, as it does when npm is.
  const env = productEnvironment(receiver, { npm_lifecycle_event: "bench" });
  const supervisor = new Child({ name: "supervisor", cwd: ROOT, args, env });
  const url = `http://127.0.0.1:${port}`;
  let killed = false;
  let gaveUp = false;

  async function start(): Promise<void> {
    killed = false;
    supervisor.forget();
    supervisor.start(() => {
      gaveUp ||= !killed;
    });
    const why = () => `The supervisor did not start:\n${supervisor.lastLines}`;
    await until(() => gaveUp || supervisor.said("Heddle is running"), { limitMs: START_MS, why });
    if (gaveUp) throw new Error(`The supervisor gave up:\n${supervisor.lastLines}`);
  }

  async function killSupervisor(): Promise<boolean> {
    killed = true;
    await supervisor.end("SIGKILL");
    await start();
    return true;
  }

  async function stop(): Promise<void> {
    killed = true;
    await supervisor.end("SIGTERM");
    for (const pid of Object.values(await processIds(dataDir))) await killProcess(pid);
    if (isAlive(await postmasterId(dataDir))) await (await startEmbedded({ dataDir, log: () => {} })).stop();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }

  try {
    await start();
    const databaseUrl = await findEmbedded(dataDir);
    if (databaseUrl === null) throw new Error("The database does not run.");
    const text = await readFile(path.join(dataDir, "first-sign-in.txt"), "utf8");
    return {
      name: "supervisor, jobs in PostgreSQL",
      url,
      databaseUrl,
      apiKey: text.match(/^API key: (.+)$/m)?.[1] ?? "",
      kill: {
        web: async () => killProcess((await processIds(dataDir)).web),
        worker: async () => killProcess((await processIds(dataDir)).worker),
        postmaster: async () => killProcess(await postmasterId(dataDir)),
        backend: () => killBackend(databaseUrl),
        supervisor: killSupervisor,
      },
      whole: () =>
        until(
          async () => {
            if (gaveUp) throw new Error("The supervisor gave up.");
            return (await fetch(`${url}/api/health`)).ok;
          },
          { limitMs: START_MS, why: () => `The product does not come back:\n${supervisor.lastLines}` },
        ),
      lastLines: () => supervisor.lastLines,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What the supervisor keeps of its children for its successor. */
async function processIds(dataDir: string): Promise<{ web?: number; worker?: number }> {
  const text = await readFile(path.join(dataDir, "processes.json"), "utf8").catch(() => "[]");
  const children: { name: string; pid: number }[] = JSON.parse(text);
  return Object.fromEntries(children.map(({ name, pid }) => [name, pid]));
}
