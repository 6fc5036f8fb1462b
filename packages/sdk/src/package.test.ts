import { execFileSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { runScript } from "./testing/run-script";
import { temporaryFolder } from "./testing/temporary-folder";
import { SDK } from "./version";

const PACKAGE = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const TSC = fileURLToPath(new URL("bin/tsc", import.meta.resolve("typescript/package.json")));

const GOOD = `import { configure, DataflowError, dataflow, flush, input, node, shutdown, trackRun } from "@heddle/sdk";
configure({ onDrop: (count: number, reason: string) => void [count, reason] });
const flow = dataflow("packed", {
  rows: input<number[]>("Rows"),
  total: node(({ rows }: { rows: number[] }) => rows.reduce((a, b) => a + b, 0), { owner: "me" }),
  text: async ({ total }: { total: number }) => String(total),
});
const { text } = await flow.run({ inputs: { rows: [1, 2] }, outputs: ["text"] });
const checked: string = text;
const traced: number = await trackRun("steps", (run) => run.node("one", { checked }, ({ checked }) => checked.length));
const ended: boolean = (await flush(10)) && (await shutdown(10));
if (traced !== 1 || checked !== "3" || !ended || DataflowError.name !== "DataflowError") throw new Error("wrong");
`;
const BAD = `import { dataflow } from "@heddle/sdk";
dataflow("bad", {
  a: () => 3,
  b: ({ a }: { a: string }) => a,
});
`;
const configuration = (module: string, moduleResolution: string, files: string[]) =>
  JSON.stringify({
    compilerOptions: {
      module,
      moduleResolution,
      target: "es2022",
      lib: ["es2022"],
      types: [],
      strict: true,
      noUncheckedIndexedAccess: true,
      outDir: "out",
    },
    files,
  });

let folder: string;

/** A project that has nothing but the packed package, installed without a registry. */
beforeAll(async () => {
  const npm = (args: string[], cwd: string) =>
    execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  folder = await temporaryFolder({
    "package.json": '{"type":"module","private":true}',
    "good.ts": GOOD,
    "bad.ts": BAD,
    "nodenext.json": configuration("nodenext", "nodenext", ["good.ts"]),
    "bundler.json": configuration("esnext", "bundler", ["good.ts"]),
    "bad.json": configuration("nodenext", "nodenext", ["bad.ts"]),
  });
  const manifest = await readFile(path.join(PACKAGE, "package.json"), "utf8");
  expect(JSON.parse(manifest).version).toBe(SDK.version);
  const readme = await readFile(path.join(PACKAGE, "README.md"), "utf8");
  const staged = await temporaryFolder({
    "package.json": manifest,
    "README.md": readme,
    "src/secret.ts": "",
  });
  execFileSync(process.execPath, [path.join(PACKAGE, "build.mjs"), staged]);
  const tarball = npm(["pack"], staged).trim().split("\n").at(-1) ?? "";
  npm(["install", "--offline", "--no-audit", "--no-fund", path.join(staged, tarball)], folder);
}, 180_000);

function check(project: string): string {
  try {
    return execFileSync(process.execPath, [TSC, "-p", path.join(folder, project)], { encoding: "utf8" });
  } catch (error) {
    return error instanceof Error && "stdout" in error ? String(error.stdout) : String(error);
  }
}

describe("the packed package", { timeout: 120_000 }, () => {
  it("type-checks alone, as Node and as bundlers resolve it, and runs", async () => {
    expect([check("nodenext.json"), check("bundler.json")]).toEqual(["", ""]);
    expect(await runScript(path.join(folder, "out/good.js"))).toMatchObject({ code: 0 });
  });

  it("says at a node what does not fit", () => {
    const message = check("bad.json");
    expect(message).toMatch(/^.*bad\.ts\(4,3\)/);
    expect(message).toContain("'b' cannot read 'a': the types do not fit");
    expect(message).toContain("expected: string; given: number;");
  });

  it("depends on nothing and holds only what is needed", async () => {
    const files = await readdir(path.join(folder, "node_modules/@heddle/sdk"));
    expect(files.sort()).toEqual(["README.md", "dist", "package.json"]);
    const home = path.join(folder, "node_modules/@heddle/sdk");
    const manifest = JSON.parse(await readFile(path.join(home, "package.json"), "utf8"));
    expect(manifest.dependencies).toBeUndefined();
    const code = await readFile(path.join(home, "dist/index.js"), "utf8");
    const imports = [...code.matchAll(/^import .* from "([^"]+)";$/gm)].map(([, specifier]) => specifier);
    expect(imports.filter((specifier) => !specifier?.startsWith("node:"))).toEqual([]);
  });
});
