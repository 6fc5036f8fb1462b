import { Refusal } from "../bootstrap/refusal.mjs";
import { buildChanged } from "../build/build-changed";
import { checkParts } from "../check/parts";
import type { Part } from "../parts/part";
import { runParts } from "../parts/run-parts";
import { countsLine, summarise, totalCounts } from "../parts/summary";
import { ensurePostgres15 } from "./postgres-15";
import { playwright, vitest } from "./test-runners";
import { ensureChromium, ensureNginx, ensureRedis } from "./tools";

const BUDGET_MINUTES = 25;

const build: Part = {
  name: "build",
  run: async () => {
    await buildChanged();
    return { ok: true };
  },
};

/** What is run: all, but for PostgreSQL 15 where it cannot be had. */
const planned = (postgres15: boolean): Part[] => [
  ...checkParts,
  vitest("unit tests", "unit"),
  build,
  vitest("database, queue and protocol tests", "db"),
  ...(postgres15 ? [vitest("the same SQL on PostgreSQL 15", "postgres-15")] : []),
  playwright("browser journeys"),
];

/** Everything that must hold before a change lands, cheap things first; stops at the first that does not. */
export async function main(args: string[]): Promise<void> {
  if (args.length > 0) {
    throw new Refusal(`"npm test" takes no arguments. For some tests: npx vitest run ${args.join(" ")}`);
  }
  await ensureRedis();
  await ensureNginx();
  await ensureChromium();
  const parts = planned((await ensurePostgres15()) !== undefined);
  await buildChanged(["web"]);
  const reports = await runParts(parts, { stopAtFailure: true });
  const names = parts.map(({ name }) => name);
  const milliseconds = reports.reduce((sum, report) => sum + report.milliseconds, 0);
  console.log(`\n${summarise(reports, names)}`);
  if (milliseconds > BUDGET_MINUTES * 60_000)
    console.log(`Over the budget of ${BUDGET_MINUTES} minutes: make it faster.`);
  const counts = totalCounts(reports);
  console.log(`\n${countsLine(counts)}`);
  const failed = counts.failed > 0 || reports.length < parts.length || reports.some(({ ok }) => !ok);
  process.exitCode = failed ? 1 : 0;
}
