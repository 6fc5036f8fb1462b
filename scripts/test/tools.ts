import { spawnSync } from "node:child_process";
import { progress } from "../bootstrap/progress.mjs";
import { runQuietly } from "../bootstrap/run-command.mjs";
import { findChromium } from "./chromium";

const isThere = (command: string) => spawnSync(command, ["--version"]).status === 0;
const canInstallPackages = () => process.getuid?.() === 0 && isThere("apt-get");

/** Makes sure that there is a Chromium for the journeys: Debian's when root, else Playwright's own. */
export async function ensureChromium(): Promise<void> {
  if (findChromium()) return;
  if (canInstallPackages()) return aptInstall("chromium");
  const failure = "No Chromium was found and none could be downloaded. Install Chromium or Chrome.";
  await progress("Downloading Chromium", () =>
    runQuietly(process.execPath, ["node_modules/playwright/cli.js", "install", "chromium"], { failure }),
  );
}

/** Installs Debian's Redis when root; where none can be had the queue's tests say so themselves. */
export async function ensureRedis(): Promise<void> {
  if (!isThere("redis-server") && canInstallPackages()) await aptInstall("redis-server");
}

/** Installs Debian's nginx when root; where none can be had the journey that needs it says so itself. */
export async function ensureNginx(): Promise<void> {
  const known = ["nginx", "/usr/sbin/nginx"].some((name) => spawnSync(name, ["-v"]).status === 0);
  if (!known && canInstallPackages()) await aptInstall("nginx");
}

async function aptInstall(name: string): Promise<void> {
  const failure = `Debian's package ${name} could not be installed.`;
  // No service is started: the tests start servers of their own.
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  await progress(`Installing Debian's ${name}`, async () => {
    await runQuietly("apt-get", ["update"], { env, failure });
    await runQuietly("apt-get", ["install", "-y", "--no-install-recommends", name], { env, failure });
  });
}
