import { spawn } from "node:child_process";

/** Who a command runs as; empty for the current user. */
export interface ServerUser {
  uid?: number;
  gid?: number;
}

export interface CommandResult {
  ok: boolean;
  output: string;
}

/**
 * Runs a command to its end, as another user if asked. It gets its own process group, so that Ctrl-C in
 * the terminal does not end it half-way.
 */
export function runCommand(
  file: string,
  args: string[],
  options: { user: ServerUser; cwd: string },
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      ...options.user,
      cwd: options.cwd,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
      env: { PATH: "/usr/bin:/bin", LC_ALL: "C" },
    });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr.on("data", (chunk) => {
      output += chunk;
    });
    child.on("error", (error) => resolve({ ok: false, output: error.message }));
    child.on("close", (code) => resolve({ ok: code === 0, output: output.trim() }));
  });
}
