import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Part, PartResult } from "../parts/part";
import { runVisibly } from "../parts/run-visibly";
import { countPlaywright, countVitest } from "./count-tests";

/** Runs one project of vitest.config.ts. */
export const vitest = (name: string, project: string, env: Record<string, string> = {}): Part => ({
  name,
  run: () =>
    withReport(async (report) => {
      const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
      const args = ["node_modules/vitest/vitest.mjs", "run", "--project", project, ...reporters];
      return { ok: (await runVisibly(args, env)) === 0, tests: countVitest(await read(report)) };
    }),
});

/** Runs the journeys in a real browser, against the real product. */
export const playwright = (name: string): Part => ({
  name,
  run: () =>
    withReport(async (report) => {
      const args = ["node_modules/@playwright/test/cli.js", "test", "--config", "e2e/playwright.config.ts"];
      const code = await runVisibly(args, { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
      return { ok: code === 0, tests: countPlaywright(await read(report)) };
    }),
});

async function withReport(run: (file: string) => Promise<PartResult>): Promise<PartResult> {
  const folder = await mkdtemp(path.join(tmpdir(), "heddle-report-"));
  try {
    return await run(path.join(folder, "report.json"));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function read(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    return {};
  }
}
