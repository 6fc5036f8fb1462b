import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { atEnd } from "@heddle/db/testing";
import { vi } from "vitest";
import type { World } from "./world";

const MAIN = fileURLToPath(new URL("../../../worker/src/main.ts", import.meta.url));

/** The worker process as it runs in production, on the world's database. */
export async function startWorkerProcess(world: World, more: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["--import", "tsx", MAIN], {
    env: { ...process.env, DATABASE_URL: world.databaseUrl, HEDDLE_SECRET: world.secret, ...more },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const kill = () => void child.kill("SIGKILL");
  atEnd(kill);
  process.once("exit", kill);
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => output.push(String(data)));
  await vi.waitUntil(() => output.join("").includes("worker is ready"), { timeout: 60_000 });
  return {
    output: () => output.join(""),
    stop: async () => {
      if (child.exitCode === null && child.kill("SIGTERM")) await once(child, "exit");
    },
  };
}
