import { execFile } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { temporaryFolder } from "./temporary-folder";

const SOURCES = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

export interface Ended {
  code: number | string | null;
  stdout: string;
  stderr: string;
}

/** Compiles a file of this package, as the published one is compiled, and gives where it is. */
export async function compiled(entry: string): Promise<string> {
  const outfile = path.join(await temporaryFolder({}), "sdk.mjs");
  const entryPoints = [path.join(SOURCES, entry)];
  await build({ entryPoints, outfile, bundle: true, platform: "node", format: "esm", target: "node20.19" });
  return outfile;
}

/** Runs a file as a process of its own to its end. */
export function runScript(
  file: string,
  variables: Record<string, string> = {},
  flags: string[] = [],
): Promise<Ended> {
  const env = { PATH: process.env.PATH ?? "", ...variables };
  const options = { env, timeout: 60_000, killSignal: "SIGKILL" } as const;
  return new Promise((resolve) => {
    execFile(process.execPath, [...flags, file], options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : (error.code ?? error.signal ?? null), stdout, stderr });
    });
  });
}
