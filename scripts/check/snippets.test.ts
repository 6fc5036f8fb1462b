import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { NO_KEY, plainText, snippetsFor } from "../../apps/web/src/components/setup/snippets";
import { root } from "../bootstrap/paths.mjs";

const read = (file: string) => readFile(path.join(root, file), "utf8");
const unindented = (text: string) => text.replace(/^ +/gm, "");

const [graph] = snippetsFor({ url: "http://localhost:8241", apiKey: NO_KEY });
const program = graph ? plainText(graph) : "";
/** Without the address and the key, which documents put into the environment. */
const dataflow = program.slice(program.indexOf("const growth"), program.indexOf("console.log"));

test("the README has the program that the dashboard offers, word for word", async () => {
  expect(await read("README.md")).toContain(`\`\`\`ts\n${program}\`\`\``);
});

test.each(["docs/getting-started.md", "packages/sdk/README.md"])("%s has the same dataflow", async (file) => {
  expect(dataflow).toContain("growth.run");
  expect(unindented(await read(file))).toContain(unindented(dataflow.trim()));
});
