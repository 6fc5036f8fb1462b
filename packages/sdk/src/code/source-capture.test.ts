import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { RecordingServer } from "../testing/recording-server";
import { compiled, runScript } from "../testing/run-script";
import { temporaryFolder } from "../testing/temporary-folder";

/** At its end it waits for delivery, longer than a process that just ends, and than a busy machine takes. */
const PIPELINE = `import { dataflow, flush, node } from "@heddle/sdk";
import { clean } from "./features/clean.js";
import * as more from "./features/more.js";

const flow = dataflow("sources", {
  /**
   * Twice the
   * amounts.
   */
  doubled: ({ amounts }: { amounts: number[] }): number[] =>
    amounts.map((amount: number) => amount * 2),
  // Where it is written as a method.
  async total({ doubled }: { doubled: number[] }): Promise<number> {
    const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
    return sum(doubled);
  },
  label: node(({ total }: { total: number }) => \`\${total} euro, all of it }\`, { owner: "sales" }),
  clean,
  ...more,
});
await flow.run({ inputs: { amounts: [1, 2] } });
await flush(60_000);
`;
const FILES = {
  "src/pipeline.ts": PIPELINE,
  "src/features/clean.ts": `import { limit } from "./limit.js";

/** Takes out what is too large. */
export function clean({ doubled }: { doubled: number[] }): number[] {
  return doubled.filter((amount) => amount < limit);
}
`,
  "src/features/limit.ts": "export const limit: number = 100;\n",
  "src/features/more.ts": "export const tail = ({ clean }: { clean: number[] }) => clean.slice(1)\n",
  "package.json": '{"type":"module"}',
  "tsconfig.json": JSON.stringify({
    compilerOptions: {
      target: "es2022",
      module: "esnext",
      moduleResolution: "bundler",
      strict: true,
      sourceMap: true,
      outDir: "out",
      rootDir: "src",
    },
    files: ["src/pipeline.ts"],
  }),
};

/** Runs a file and gives the manifest that it sent, with the text of each node's span. */
async function capture(file: string, flags: string[] = []) {
  const server = await RecordingServer.start();
  const { code, stderr } = await runScript(
    file,
    { HEDDLE_URL: server.url, HEDDLE_API_KEY: "hdl_test" },
    flags,
  );
  await server.close();
  expect([code, stderr, server.problems]).toEqual([0, "", []]);
  const [version] = server.of("code.version");
  const nodes = version?.manifest.nodes.filter(({ kind }) => kind === "function") ?? [];
  const spans = nodes.map(({ name, source, doc }) => {
    const blob = version?.manifest.files.find((one) => one.path === source?.path);
    const lines = server.blobs.get(blob?.sha256 ?? "")?.split("\n") ?? [];
    const text = lines.slice((source?.startLine ?? 1) - 1, source?.endLine).join("\n");
    return [name, { path: source?.path, doc, text }] as const;
  });
  return { nodes: Object.fromEntries(spans), files: version?.manifest.files.map((one) => one.path) ?? [] };
}

function expectOriginals({ nodes }: Awaited<ReturnType<typeof capture>>) {
  expect(nodes.doubled).toEqual({
    path: "src/pipeline.ts",
    doc: "Twice the\namounts.",
    text: "  doubled: ({ amounts }: { amounts: number[] }): number[] =>\n    amounts.map((amount: number) => amount * 2),",
  });
  expect(nodes.total).toMatchObject({ path: "src/pipeline.ts", doc: "Where it is written as a method." });
  expect(nodes.total?.text).toMatch(/^ {2}async total\([\s\S]*return sum\(doubled\);\n {2}\},$/);
  expect(nodes.label?.text).toMatch(/^ {2}label: node\(.*owner: "sales" \}\),$/);
  expect(nodes.clean).toMatchObject({ path: "src/features/clean.ts", doc: "Takes out what is too large." });
  expect(nodes.clean?.text).toMatch(/^export function clean[\s\S]*\n\}$/);
  expect(nodes.tail).toMatchObject({ path: "src/features/more.ts" });
}

async function bundle(folder: string, options: { minify: boolean; sourcemap: boolean | "inline" }) {
  const outfile = path.join(folder, "out/bundle.js");
  await build({
    entryPoints: [path.join(folder, "src/pipeline.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    alias: { "@heddle/sdk": sdk },
    ...options,
  });
  return outfile;
}

let sdk: string;

beforeAll(async () => {
  sdk = await compiled("index.ts");
});

describe.concurrent("the source of nodes", { timeout: 120_000 }, () => {
  it("is found when TypeScript is run through tsx", async () => {
    const folder = await temporaryFolder({
      ...FILES,
      "src/pipeline.ts": PIPELINE.replace("@heddle/sdk", sdk),
    });
    const found = await capture(path.join(folder, "src/pipeline.ts"), [
      "--import",
      import.meta.resolve("tsx"),
    ]);
    expectOriginals(found);
    expect(found.files).toContain("src/features/limit.ts");
  });

  it.each([
    ["a bundle of esbuild", { minify: false, sourcemap: true }],
    ["a minified bundle", { minify: true, sourcemap: true }],
    ["a minified bundle with the map in it", { minify: true, sourcemap: "inline" as const }],
  ])("is found through the source map of %s", async (_, options) => {
    const folder = await temporaryFolder(FILES);
    expectOriginals(await capture(await bundle(folder, options)));
  });

  it("is the compiled text where there is no source map", async () => {
    const folder = await temporaryFolder(FILES);
    const { nodes } = await capture(await bundle(folder, { minify: false, sourcemap: false }));
    expect(nodes.doubled).toMatchObject({ path: "out/bundle.js" });
    expect(nodes.doubled?.text).toContain("amount * 2");
    expect(nodes.clean?.text).toMatch(/^function clean\(/);
  });

  it("is found through the source maps of tsc", async () => {
    const folder = await temporaryFolder(FILES);
    const tsc = fileURLToPath(import.meta.resolve("typescript/package.json")).replace(
      "package.json",
      "bin/tsc",
    );
    execFileSync(process.execPath, [tsc, "-p", folder, "--noCheck"], { stdio: "ignore" });
    const compiled = path.join(folder, "out/pipeline.js");
    const code = await readFile(compiled, "utf8");
    expect(code).toContain("sourceMappingURL");
    await writeFile(compiled, code.replace("@heddle/sdk", sdk));
    expectOriginals(await capture(compiled));
  });
});
