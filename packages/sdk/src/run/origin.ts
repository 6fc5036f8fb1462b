import path from "node:path";
import type { Environment, GitState } from "@heddle/contract";
import { readEnvironment } from "../capture/environment";
import { findUp, readGit } from "../capture/git";

/** Where a pipeline's code comes from, and what it runs on. */
export interface Origin {
  root: string;
  git: GitState | null;
  environment: Environment | null;
}

const origins = new Map<string, Promise<Origin>>();

/** Read once per folder and process. Never rejects. */
export function originOf(files: readonly string[], variables: readonly string[]): Promise<Origin> {
  const folder = files[0] === undefined ? process.cwd() : path.dirname(files[0]);
  const key = [folder, ...variables].join("\n");
  const known = origins.get(key);
  if (known !== undefined) return known;
  const origin = readOrigin(folder, variables);
  origins.set(key, origin);
  return origin;
}

async function readOrigin(folder: string, variables: readonly string[]): Promise<Origin> {
  const [git, environment, home] = await Promise.all([
    readGit(folder),
    readEnvironment(folder, variables).catch(() => null),
    findUp(folder, "package.json"),
  ]);
  return { root: git.root ?? home ?? folder, git: git.state, environment };
}
