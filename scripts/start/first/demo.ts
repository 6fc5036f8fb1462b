import { spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { root } from "../../bootstrap/paths.mjs";
import { progress } from "../../bootstrap/progress.mjs";
import { say } from "../log/prefix-output";
import type { Shutdown } from "../shutdown";

const STOP_MS = 1000;

/** Runs the example pipelines through the SDK and the HTTP API, as a user's own process would. */
export async function runDemo(api: { url: string; key: string }, shutdown: Shutdown): Promise<void> {
  const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), "demo.ts"], {
    cwd: path.join(root, "examples"),
    env: { ...process.env, HEDDLE_URL: api.url, HEDDLE_API_KEY: api.key },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  shutdown.defer("The example pipelines", STOP_MS, async () => {
    child.kill("SIGKILL");
    await ended;
  });
  createInterface({ input: child.stderr }).on("line", (line) => say("demo", line));
  await progress("Running the example pipelines", async (note) => {
    createInterface({ input: child.stdout }).on("line", note);
    const code = await ended;
    if (code !== 0 && !shutdown.begun) say("demo", `ended early (exit code ${code}); Heddle itself runs on`);
  });
}
