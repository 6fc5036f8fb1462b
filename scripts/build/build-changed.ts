import { access, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { root } from "../bootstrap/paths.mjs";
import { progress } from "../bootstrap/progress.mjs";
import { hashSources } from "./source-hash";
import { type BuildStep, buildSteps } from "./steps";

// Inside node_modules, so that a fresh install builds afresh.
const stamps = path.join(root, "node_modules/.cache/heddle");

/** Runs the steps whose sources changed since they last ran. `skip`: names of steps that are not wanted. */
export async function buildChanged(skip: string[] = []): Promise<void> {
  for (const step of buildSteps) {
    if (!skip.includes(step.name)) await buildStep(step);
  }
}

async function buildStep(step: BuildStep): Promise<void> {
  const stamp = path.join(stamps, `${step.name}.sha256`);
  const hash = await hashSources(root, step.inputs);
  if ((await isBuilt(step)) && (await readFile(stamp, "utf8").catch(() => "")) === hash) return;
  await rm(stamp, { force: true });
  await progress(step.title, step.run);
  await mkdir(stamps, { recursive: true });
  await writeFile(stamp, hash);
}

async function isBuilt(step: BuildStep): Promise<boolean> {
  const checks = step.outputs.map((output) => access(path.join(root, output)));
  return (await Promise.allSettled(checks)).every((check) => check.status === "fulfilled");
}
