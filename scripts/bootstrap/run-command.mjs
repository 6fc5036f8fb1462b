import { spawn } from "node:child_process";
import { Refusal } from "./refusal.mjs";

const KEPT_LINES = 60;
const KEPT_FIRST_LINES = 12;
const SIGNALS = /** @type {const} */ ({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 });

/**
 * Ends the child when this process is told to end, so that nothing is left behind.
 * @param {import("node:child_process").ChildProcess} child
 * @returns {() => void} to call when the child has ended
 */
export function endWithThisProcess(child) {
  const kill = () => void child.kill();
  const leave = (/** @type {keyof typeof SIGNALS} */ signal) => process.exit(SIGNALS[signal]);
  const names = /** @type {(keyof typeof SIGNALS)[]} */ (Object.keys(SIGNALS));
  process.on("exit", kill);
  for (const name of names) process.on(name, leave);
  return () => {
    process.off("exit", kill);
    for (const name of names) process.off(name, leave);
  };
}

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
    const release = endWithThisProcess(child);
    /** @type {string[]} */
    let lines = [""];
    const keep = (/** @type {Buffer} */ chunk) => {
      const [first = "", ...rest] = String(chunk).split("\n");
      lines = shorten([...lines.slice(0, -1), `${lines.at(-1)}${first}`, ...rest]);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => reject(new Refusal(`${failure}\n${error.message}`)));
    child.on("close", (code, signal) => {
      release();
      if (code === 0) resolve();
      else
        reject(
          new Refusal(
            `${failure}\nIt ended with ${signal ?? `exit code ${code}`}:\n\n${lines.join("\n").trim()}`,
          ),
        );
    });
  });
}

/** Programs say what is wrong in their first or in their last lines. @param {string[]} lines */
function shorten(lines) {
  if (lines.length <= KEPT_FIRST_LINES + KEPT_LINES) return lines;
  return [...lines.slice(0, KEPT_FIRST_LINES), ...lines.slice(-KEPT_LINES)];
}
