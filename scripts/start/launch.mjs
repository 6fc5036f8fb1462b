import { existsSync } from "node:fs";
import path from "node:path";
import { root } from "../bootstrap/paths.mjs";
import { runTypeScript } from "../bootstrap/typescript.mjs";
import { defaultDataDir } from "./data/default-folder.mjs";
import { PROCESSES_FILE } from "./data/processes-file.mjs";
import { HELP } from "./help.mjs";
import { parseOptions } from "./options.mjs";
import { requireFreePort } from "./port.mjs";

/** @param {string[]} args */
export async function run(args) {
  const options = parseOptions(args, process.env, {
    dataDir: defaultDataDir(root, process.getuid?.()),
    cwd: process.env.INIT_CWD ?? process.cwd(),
  });
  if (options.help) {
    process.stdout.write(HELP);
    return;
  }
  // Where a killed instance left processes, the port is looked at once they are ended.
  if (!existsSync(path.join(options.dataDir, PROCESSES_FILE)))
    await requireFreePort(options.port, options.host);
  await runTypeScript(new URL("./main.ts", import.meta.url), options);
}
