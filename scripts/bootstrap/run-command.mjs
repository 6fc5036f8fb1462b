import { spawn } from "node:child_process";
import { Refusal } from "./refusal.mjs";

const KEPT_LINES = 60;

/**
 * Runs a command quietly; what it printed is shown only when it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean, failure: string }} options
 *   `failure`: the sentence to say when it fails
 * @returns {Promise<void>}
 */
export function runQuietly(command, args, { failure, ...options }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const keep = (/** @type {Buffer} */ chunk) => {
      output = `${output}${chunk}`.split("\n").slice(-KEPT_LINES).join("\n");
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => reject(new Refusal(`${failure}\n${error.message}`)));
    child.on("close", (code, signal) => {
      if (code === 0) resolve();
      else
        reject(
          new Refusal(`${failure}\nIt ended with ${signal ?? `exit code ${code}`}:\n\n${output.trim()}`),
        );
    });
  });
}
