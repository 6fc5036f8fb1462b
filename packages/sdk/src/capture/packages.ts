import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { findUp } from "./git";

const LOCKFILES = [
  "package-lock.json",
  "pnpm-lock.yaml",
  "yarn.lock",
  "bun.lock",
  "bun.lockb",
  "npm-shrinkwrap.json",
];
const MOST_PACKAGES = 500;
const SECTIONS = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];

export interface Packages {
  /** Installed versions of what the nearest package.json names. */
  versions: Record<string, string>;
  /** SHA-256 of the nearest lockfile, which pins everything else. */
  lockfileDigest: string | null;
}

/** The packages that the code in `folder` runs with. */
export async function readPackages(folder: string): Promise<Packages> {
  const root = await findUp(folder, "package.json");
  const manifest = root === null ? null : await json(path.join(root, "package.json"));
  const wanted = SECTIONS.flatMap((section) => Object.entries(Object(manifest?.[section]))).slice(
    0,
    MOST_PACKAGES,
  );
  const versions = await Promise.all(
    wanted.map(
      async ([name, range]) => [name, (await installed(root ?? folder, name)) ?? String(range)] as const,
    ),
  );
  return { versions: Object.fromEntries(versions.sort()), lockfileDigest: await digestLockfile(folder) };
}

async function installed(folder: string, name: string): Promise<string | null> {
  const home = await findUp(folder, path.join("node_modules", name, "package.json"));
  const manifest = home === null ? null : await json(path.join(home, "node_modules", name, "package.json"));
  return typeof manifest?.version === "string" ? manifest.version : null;
}

async function digestLockfile(folder: string): Promise<string | null> {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    for (const name of LOCKFILES) {
      const content = await readFile(path.join(at, name)).catch(() => null);
      if (content !== null) return createHash("sha256").update(content).digest("hex");
    }
    if (at === path.dirname(at)) return null;
  }
}

async function json(file: string): Promise<Record<string, unknown> | null> {
  try {
    const content: unknown = JSON.parse(await readFile(file, "utf8"));
    return typeof content === "object" && content !== null ? { ...content } : null;
  } catch {
    return null;
  }
}
