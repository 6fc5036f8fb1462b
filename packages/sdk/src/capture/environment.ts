import { readFile, stat } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { Environment } from "@heddle/contract";
import { isSecretName, MASK, maskSecrets } from "@heddle/stats";
import { environmentVariables } from "../env";
import { detectCi } from "./ci";
import { readPackages } from "./packages";
import { fit } from "./text";

const RECORDED = [
  "NODE_ENV",
  "NODE_OPTIONS",
  "TZ",
  "LANG",
  "LC_ALL",
  "CI",
  "OMP_NUM_THREADS",
  "UV_THREADPOOL_SIZE",
];

/** The machine, the runtime and the packages of this process; `folder` is where the pipeline's code is. */
export async function readEnvironment(folder: string, variables: readonly string[]): Promise<Environment> {
  const { versions, lockfileDigest } = await readPackages(folder);
  const cpus = os.cpus();
  return {
    runtime: runtime(),
    os: { name: os.type(), version: os.release(), arch: os.arch() },
    cpu: cpus.length === 0 ? null : { model: cpus[0]?.model.trim() ?? "", count: cpus.length },
    memoryBytes: os.totalmem(),
    hostname: os.hostname(),
    user: userName(),
    container: await inContainer(),
    ci: detectCi(environmentVariables()),
    command: command(process.argv),
    packages: versions,
    lockfileDigest,
    variables: chosenVariables([...RECORDED, ...variables]),
  };
}

function runtime(): Environment["runtime"] {
  const { bun, deno, node } = process.versions;
  if (bun !== undefined) return { name: "bun", version: bun };
  if (deno !== undefined) return { name: "deno", version: deno };
  return { name: "node", version: node };
}

function userName(): string | null {
  try {
    return os.userInfo().username;
  } catch {
    return null;
  }
}

async function inContainer(): Promise<boolean | null> {
  if (os.platform() !== "linux") return null;
  if (environmentVariables().KUBERNETES_SERVICE_HOST !== undefined) return true;
  const marks = await Promise.all(
    ["/.dockerenv", "/run/.containerenv"].map((file) => stat(file).catch(() => null)),
  );
  if (marks.some((mark) => mark !== null)) return true;
  const groups = await readFile("/proc/1/cgroup", "utf8").catch(() => "");
  return /docker|kubepods|containerd|libpod|lxc/.test(groups);
}

/** The command line as it was typed, without the folders of the runtime, secrets masked. */
function command(argv: readonly string[]): string {
  const [program = "", ...rest] = argv;
  const words = [path.basename(program), ...rest].map((word) =>
    /\s/.test(word) ? JSON.stringify(word) : word,
  );
  return fit(maskSecrets(words.join(" ")));
}

function chosenVariables(names: readonly string[]): Record<string, string> {
  const variables = environmentVariables();
  const chosen: Record<string, string> = {};
  for (const name of names) {
    const value = variables[name];
    if (value !== undefined) chosen[name] = isSecretName(name) ? MASK : fit(maskSecrets(value));
  }
  return chosen;
}
