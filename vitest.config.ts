import { configDefaults, defineConfig } from "vitest/config";

const databaseTests = "**/*.db.test.ts";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...configDefaults.exclude, databaseTests, "e2e/**"],
        },
      },
      {
        test: {
          name: "database",
          include: [databaseTests],
          exclude: [...configDefaults.exclude, "e2e/**"],
        },
      },
    ],
  },
});
