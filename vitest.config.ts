import { defineConfig } from "vitest/config";
import { LongestFirst } from "./scripts/test/longest-first.mjs";

const everywhere = ["packages/**", "apps/**", "prisma/**", "scripts/**", "examples/**", "bench/**"];
/** Whose SQL may depend on the version of the server. */
const withSql = ["packages/db/**", "packages/core/**", "packages/queue/**", "apps/admin/**"];
const built = ["**/node_modules/**", "**/dist/**", "**/.next/**"];

const onDatabase = {
  setupFiles: "packages/db/src/testing/file-setup.ts",
  // Longer than anything that a test waits for: it fails by what it sees, not by how late on a busy machine.
  testTimeout: 180_000,
  hookTimeout: 180_000,
};

export default defineConfig({
  test: {
    // Most tests of a database wait for it or for a process; all cores but one, as vitest would have it, idle.
    maxWorkers: "100%",
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: "unit",
          include: everywhere.map((folder) => `${folder}/*.test.ts`),
          exclude: [...built, "**/*.db.test.ts"],
          // Some start processes of their own, which takes its time on a busy machine.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "db",
          include: everywhere.map((folder) => `${folder}/*.db.test.ts`),
          exclude: built,
          globalSetup: "packages/db/src/testing/global-setup.ts",
          ...onDatabase,
        },
      },
      {
        test: {
          name: "postgres-15",
          include: withSql.map((folder) => `${folder}/*.db.test.ts`),
          // Plans are promised for the server that Heddle brings, which is what `embedded` is about.
          exclude: [...built, "**/plans.db.test.ts", "packages/db/src/embedded/**"],
          globalSetup: "scripts/test/postgres-15-setup.ts",
          ...onDatabase,
        },
      },
    ],
  },
});
