import { ensureInstalled } from "./install.mjs";

/**
 * Installs what is missing, then runs a TypeScript module in this very process.
 * @param {URL} entry module that exports `main(input)`
 * @param {unknown} input
 */
export async function runTypeScript(entry, input) {
  await ensureInstalled();
  const { register } = await import("tsx/esm/api");
  register();
  const module = await import(entry.href);
  await module.main(input);
}
