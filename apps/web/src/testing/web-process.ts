import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { atEnd } from "@heddle/db/testing";
import type { World } from "./world";

const FOLDER = fileURLToPath(new URL("../..", import.meta.url));
const PATIENCE_MS = 60_000;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/**
 * The web process as it runs in production, on the world's database, with further variables in its
 * environment. Needs `npm run build` before.
 */
export async function startWebProcess(world: World, more: Record<string, string> = {}) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ["--import", "tsx", "server.ts"], {
    cwd: FOLDER,
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: world.databaseUrl,
      HEDDLE_SECRET: world.secret,
      HOST: "127.0.0.1",
      PORT: String(port),
      PUBLIC_URL: url,
      ...more,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const kill = () => void child.kill("SIGKILL");
  atEnd(kill);
  process.once("exit", kill);
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => output.push(String(data)));
  const exited = once(child, "exit").then(([code]) => Number(code));
  const deadline = Date.now() + PATIENCE_MS;
  while (!output.join("").includes("web is ready")) {
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error(`The server did not start:\n${output.join("")}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    pid: child.pid ?? 0,
    exited,
    stop: () => child.kill("SIGTERM"),
    output: () => output.join(""),
  };
}

export type WebProcess = Awaited<ReturnType<typeof startWebProcess>>;
