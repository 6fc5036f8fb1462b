// Old Nodes parse this file and what it imports: nothing newer than ES2015 and import() here.
import { refuseNode } from "./node-version.mjs";
import { reportAndExit } from "./report.mjs";

/**
 * Checks Node, then hands over to a module that exports `run(args)` and may use today's syntax.
 * @param {string} entry path of the module, relative to this file
 */
export function enter(entry) {
  const refusal = refuseNode(process.versions.node);
  if (refusal) {
    console.error(refusal);
    process.exit(1);
  }
  import(entry).then((module) => module.run(process.argv.slice(2))).catch(reportAndExit);
}
