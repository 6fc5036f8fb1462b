import type { Part } from "../parts/part";
import { runVisibly } from "../parts/run-visibly";

const program = (name: string, ...args: string[]): Part => ({
  name,
  run: async () => ({ ok: (await runVisibly(args)) === 0 }),
});

const tsc = "node_modules/typescript/bin/tsc";
const biome = "node_modules/@biomejs/biome/bin/biome";

/** Cheap ones first. */
export const checkParts: Part[] = [
  program("lint, format, import direction", biome, "check", "--error-on-warnings", "."),
  program("types", tsc, "-p", "tsconfig.json"),
  program("types of the dashboard", tsc, "-p", "apps/web/tsconfig.json", "--noEmit"),
  program("dead code", "node_modules/knip/bin/knip.js"),
];
