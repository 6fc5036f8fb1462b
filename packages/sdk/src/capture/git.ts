import { execFile } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { GitState } from "@heddle/contract";
import { maskSecrets } from "@heddle/stats";
import { environmentVariables } from "../env";
import { revisionFromVariables } from "./ci";
import { fit } from "./text";

const GIT_MS = 1500;

export interface Repository {
  /** Top folder of the working tree. */
  root: string;
  state: GitState;
}

/**
 * The revision of the working tree that holds `folder`, read from git's own files. Only what they do not
 * say plainly (are there changes, who wrote the commit) is asked of `git`, for 1.5 seconds at most.
 */
async function readRepository(folder: string): Promise<Repository | null> {
  const root = await findUp(folder, ".git");
  if (root === null) return null;
  const git = await gitFolder(path.join(root, ".git"));
  const common = path.resolve(git, (await text(path.join(git, "commondir"))) ?? ".");
  const head = await text(path.join(git, "HEAD"));
  const ref = head?.startsWith("ref: ") ? head.slice(5) : null;
  const commit = ref === null ? head : await resolveRef(git, common, ref);
  if (commit === null || !/^[0-9a-f]{40,64}$/.test(commit)) return null;
  const [changes, log] = await Promise.all([
    ask(root, ["status", "--porcelain", "--untracked-files=no"]),
    ask(root, ["log", "-1", "--format=%an%n%s", commit]),
  ]);
  const [author, message] = log?.split("\n") ?? [];
  const state: GitState = {
    commit,
    branch: ref?.startsWith("refs/heads/") ? ref.slice(11) : null,
    dirty: changes === null ? null : changes.trim() !== "",
    remote: await readRemote(common),
    author: author ? fit(author) : null,
    message: message ? fit(message) : null,
  };
  return { root, state };
}

/** The repository around `folder`; where there is none, what the environment tells of the revision. */
export async function readGit(folder: string): Promise<{ root: string | null; state: GitState | null }> {
  const repository = await readRepository(folder).catch(() => null);
  return repository ?? { root: null, state: revisionFromVariables(environmentVariables()) };
}

/** The nearest folder, from `folder` upwards, that holds something called `name`. */
export async function findUp(folder: string, name: string): Promise<string | null> {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const found = await stat(path.join(at, name)).catch(() => null);
    if (found !== null) return at;
    if (at === path.dirname(at)) return null;
  }
}

/** `.git` is a file in worktrees and submodules, that names the folder. */
async function gitFolder(place: string): Promise<string> {
  const pointer = await text(place);
  return pointer?.startsWith("gitdir: ") ? path.resolve(path.dirname(place), pointer.slice(8)) : place;
}

async function resolveRef(git: string, common: string, ref: string): Promise<string | null> {
  const loose = (await text(path.join(git, ref))) ?? (await text(path.join(common, ref)));
  if (loose !== null) return loose;
  const packed = (await text(path.join(common, "packed-refs"))) ?? "";
  return (
    packed
      .split("\n")
      .find((line) => line.endsWith(` ${ref}`))
      ?.split(" ")[0] ?? null
  );
}

async function readRemote(common: string): Promise<string | null> {
  const config = (await text(path.join(common, "config"))) ?? "";
  const section = config.split(/^\[/m).find((part) => part.startsWith('remote "origin"]'));
  const url = /^\s*url\s*=\s*(.+)$/m.exec(section ?? "")?.[1];
  return url === undefined ? null : fit(maskSecrets(url.trim()));
}

async function text(file: string): Promise<string | null> {
  const content = await readFile(file, "utf8").catch(() => null);
  return content === null ? null : content.trim();
}

function ask(cwd: string, args: string[]): Promise<string | null> {
  // Without optional locks, so that a `git` of the user that runs at the same time does not fail.
  const env = { ...environmentVariables(), GIT_OPTIONAL_LOCKS: "0" };
  return new Promise((resolve) => {
    execFile("git", args, { cwd, env, timeout: GIT_MS, windowsHide: true }, (error, stdout) =>
      resolve(error === null ? stdout : null),
    );
  });
}
