import { buildChanged } from "../build/build-changed";
import { runParts } from "../parts/run-parts";
import { summarise } from "../parts/summary";
import { checkParts } from "./parts";

/** Types, lint, import direction and dead code; all of them, so that one run shows everything. */
export async function main(): Promise<void> {
  await buildChanged(["web"]);
  const reports = await runParts(checkParts, { stopAtFailure: false });
  const names = checkParts.map(({ name }) => name);
  console.log(`\n${summarise(reports, names)}`);
  process.exitCode = reports.every(({ ok }) => ok) ? 0 : 1;
}
