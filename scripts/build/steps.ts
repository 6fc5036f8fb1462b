import { mkdir, rename } from "node:fs/promises";
import path from "node:path";
import { npm } from "../bootstrap/npm.mjs";
import { root } from "../bootstrap/paths.mjs";
import { runQuietly } from "../bootstrap/run-command.mjs";

export interface BuildStep {
  name: string;
  title: string;
  /** Files and folders whose contents decide whether the step must run again. */
  inputs: string[];
  /** Files that prove that it ran. */
  outputs: string[];
  run: () => Promise<void>;
}

const node = (args: string[], cwd: string, failure: string, env: Record<string, string> = {}) =>
  runQuietly(process.execPath, args, {
    cwd: path.join(root, cwd),
    env: { ...process.env, ...env },
    failure,
  });

const client: BuildStep = {
  name: "client",
  title: "Generating the database client",
  inputs: ["prisma/schema.prisma", "prisma.config.ts", "package-lock.json"],
  outputs: ["packages/db/src/generated/client.ts"],
  run: () =>
    node(
      ["node_modules/prisma/build/index.js", "generate"],
      ".",
      "The database client could not be generated.",
      {
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      },
    ),
};

const sdkFolder = "apps/web/public/sdk";

const sdk: BuildStep = {
  name: "sdk",
  title: "Building the SDK",
  inputs: ["packages/sdk", "packages/stats", "packages/contract", "package-lock.json"],
  outputs: ["packages/sdk/dist/index.js", `${sdkFolder}/sdk.tgz`],
  run: async () => {
    const failure = "The SDK could not be built.";
    await node(["build.mjs"], "packages/sdk", failure);
    await mkdir(path.join(root, sdkFolder), { recursive: true });
    await npm(["pack", "--workspace", "packages/sdk", "--pack-destination", sdkFolder], failure);
    const { default: manifest } = await import("../../packages/sdk/package.json", { with: { type: "json" } });
    const packed = path.join(root, sdkFolder, `heddle-sdk-${manifest.version}.tgz`);
    await rename(packed, path.join(root, sdkFolder, "sdk.tgz"));
  },
};

const web: BuildStep = {
  name: "web",
  title: "Building the dashboard",
  inputs: [
    ...["src", "next.config.ts", "postcss.config.mjs", "tsconfig.json", "package.json"].map(
      (f) => `apps/web/${f}`,
    ),
    ...["contract", "core", "db", "queue", "stats"].map((name) => `packages/${name}`),
    "prisma/schema.prisma",
    "tsconfig.base.json",
    "package-lock.json",
  ],
  outputs: ["apps/web/.next/BUILD_ID"],
  run: () =>
    node(
      ["../../node_modules/next/dist/bin/next", "build"],
      "apps/web",
      "The dashboard could not be built.",
      {
        NODE_ENV: "production",
        NEXT_TELEMETRY_DISABLED: "1",
      },
    ),
};

/** In the order in which they need each other. */
export const buildSteps: BuildStep[] = [client, sdk, web];
