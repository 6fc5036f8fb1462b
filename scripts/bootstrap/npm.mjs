import { root } from "./paths.mjs";
import { runQuietly } from "./run-command.mjs";

/**
 * Runs npm in the repository: the one that started this process, or the one on the PATH.
 * @param {string[]} args
 * @param {string} failure the sentence to say when it fails
 */
export function npm(args, failure) {
  const options = {
    cwd: root,
    // Prisma's installer fetches an engine that nothing here uses, unless it is told of a file that exists.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
    failure,
  };
  const cli = process.env.npm_execpath;
  if (cli?.endsWith("npm-cli.js")) return runQuietly(process.execPath, [cli, ...args], options);
  return runQuietly("npm", args, { ...options, shell: process.platform === "win32" });
}
