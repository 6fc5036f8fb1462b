import { readFileSync } from "node:fs";
import path from "node:path";
import { isInstalled } from "./lock-state.mjs";
import { npm } from "./npm.mjs";
import { root } from "./paths.mjs";
import { progress } from "./progress.mjs";

const FAILURE =
  "npm could not install the dependencies. Check the connection to the npm registry and run it again.";

const readLock = (/** @type {string} */ file) => {
  try {
    return JSON.parse(readFileSync(path.join(root, file), "utf8"));
  } catch {
    return null;
  }
};

/** Installs the dependencies when they are missing or other ones than the lock file names. */
export async function ensureInstalled() {
  if (isInstalled(readLock("package-lock.json"), readLock("node_modules/.package-lock.json"))) return;
  await progress("Installing dependencies", () => npm(["ci", "--no-audit", "--no-fund"], FAILURE));
}
