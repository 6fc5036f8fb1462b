import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const tsx = import.meta.resolve("tsx");

export interface UserProject {
  folder: string;
  /** Runs a TypeScript file with this text as a process of its own. */
  run(code: string, env?: NodeJS.ProcessEnv): Promise<{ code: number; stdout: string; stderr: string }>;
  remove(): Promise<void>;
}

/** An empty folder of a user, far from this repository, with the SDK installed from the running product. */
export async function createUserProject(url: string): Promise<UserProject> {
  const folder = await mkdtemp(path.join(tmpdir(), "heddle-user-"));
  await writeFile(path.join(folder, "package.json"), JSON.stringify({ type: "module", private: true }));
  await run("npm", ["install", "--no-audit", "--no-fund", `${url}/sdk.tgz`], { cwd: folder });
  return {
    folder,
    run: async (code, env) => {
      await writeFile(path.join(folder, "pipeline.mts"), code);
      const args = ["--import", tsx, "pipeline.mts"];
      const options = { cwd: folder, env: { ...process.env, FORCE_COLOR: "0", ...env } };
      return run(process.execPath, args, options).then(
        (output) => ({ code: 0, ...output }),
        (error) => ({ code: error.code, stdout: error.stdout, stderr: error.stderr }),
      );
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
