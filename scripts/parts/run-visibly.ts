import { spawn } from "node:child_process";
import { root } from "../bootstrap/paths.mjs";
import { endWithThisProcess } from "../bootstrap/run-command.mjs";

/** Runs a Node program with its output on this terminal; gives its exit code, 1 for a signal. */
export function runVisibly(args: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: "inherit",
    });
    const release = endWithThisProcess(child);
    child.once("error", reject);
    child.once("close", (code) => {
      release();
      resolve(code ?? 1);
    });
  });
}
