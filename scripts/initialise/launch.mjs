import { runTypeScript } from "../bootstrap/typescript.mjs";

/** @param {string[]} args */
export const run = (args) => runTypeScript(new URL("./main.ts", import.meta.url), args);
