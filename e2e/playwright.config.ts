import { defineConfig } from "@playwright/test";
import { findChromium } from "../scripts/test/chromium";

const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.journey.ts",
  outputDir: "../test-results",
  globalSetup: "./product/global-setup.ts",
  // Generous, because two cores may be busy with other things: a test fails by what it sees, not by how late.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  // Journeys share one running product, and two cores.
  workers: 1,
  reporter: [
    ["list"],
    ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? "../test-results/report.json" }],
  ],
  use: {
    viewport: { width: 1440, height: 900 },
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: findChromium(), args: isRoot ? ["--no-sandbox"] : [] },
  },
});
