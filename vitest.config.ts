import { defineConfig } from "vitest/config";

const everywhere = ["packages/**", "apps/**", "prisma/**", "scripts/**", "examples/**", "bench/**"];
const built = ["**/node_modules/**", "**/dist/**", "**/.next/**"];

export default defineConfig({
  test: {
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
          setupFiles: "packages/db/src/testing/file-setup.ts",
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
