import type { Part } from "../parts/part";
import { runVisibly } from "../parts/run-visibly";

/** Programs of Node, with their arguments; the next one is run when the one before it was content. */
const programs = (name: string, ...commands: string[][]): Part => ({
  name,
  run: async () => {
    for (const command of commands) {
      if ((await runVisibly(command)) !== 0) return { ok: false };
    }
    return { ok: true };
  },
});

const tsc = "node_modules/typescript/bin/tsc";
const next = "node_modules/next/dist/bin/next";
const biome = "node_modules/@biomejs/biome/bin/biome";

/** Cheap ones first. */
export const checkParts: Part[] = [
  programs("lint, format, import direction", [biome, "check", "--error-on-warnings", "."]),
  programs("types", [tsc, "-p", "tsconfig.json"]),
  // Next writes the types of the routes, which the pages are checked against.
  programs(
    "types of the dashboard",
    [next, "typegen", "apps/web"],
    [tsc, "-p", "apps/web/tsconfig.json", "--noEmit"],
  ),
  programs("dead code", ["node_modules/knip/bin/knip.js"]),
];
