import { root } from "../bootstrap/paths.mjs";
import { runTypeScript } from "../bootstrap/typescript.mjs";
import { HELP } from "./help.mjs";
import { parseOptions } from "./options.mjs";
import { requireFreePort } from "./port.mjs";

/** @param {string[]} args */
export async function run(args) {
  const options = parseOptions(args, process.env, { root, cwd: process.env.INIT_CWD ?? process.cwd() });
  if (options.help) {
    process.stdout.write(HELP);
    return;
  }
  await requireFreePort(options.port, options.host);
  await runTypeScript(new URL("./main.ts", import.meta.url), options);
}
