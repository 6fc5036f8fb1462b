import { execFileSync } from "node:child_process";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

// Builds into `dist` here, or in the folder that is given.
const here = path.dirname(fileURLToPath(import.meta.url));
const target = path.resolve(process.argv[2] ?? here);
const work = path.join(target, "build");
const emitted = path.join(work, "emitted");
const out = path.join(work, "dist");

await rm(work, { recursive: true, force: true });
await bundle();
await declarations();
// Swapped at the end, so that whoever uses the package meanwhile finds one whole version.
await rm(path.join(target, "dist"), { recursive: true, force: true });
await rename(out, path.join(target, "dist"));
await rm(work, { recursive: true, force: true });

/** One file without dependencies. */
async function bundle() {
  await build({
    entryPoints: [path.join(here, "src/index.ts")],
    outfile: path.join(out, "index.js"),
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20.19",
    legalComments: "none",
    absWorkingDir: here,
  });
  const text = await readFile(path.join(out, "index.js"), "utf8");
  if (/\bfrom "zod"|ZodType/.test(text))
    throw new Error("The bundle holds zod: a value of the contract's schemas is used.");
}

/**
 * The declarations that the public ones reach, with our own packages beside them and with specifiers that
 * Node's own resolution follows. Everything else that is reached is a mistake.
 */
async function declarations() {
  const tsc = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));
  const project = path.join(here, "tsconfig.build.json");
  execFileSync(process.execPath, [tsc, "-p", project, "--outDir", emitted], { stdio: "inherit" });
  const open = ["sdk/src/index.d.ts"];
  for (const file of open) {
    const text = await readFile(path.join(emitted, file), "utf8");
    const rewritten = text.replace(/((?:from|import\()\s*")([^"]+)(")/g, (_, before, specifier, after) => {
      const target = resolve(file, specifier);
      if (!open.includes(target)) open.push(target);
      return before + relative(file, target).replace(/\.d\.ts$/, ".js") + after;
    });
    await write(place(file), rewritten);
  }
}

function resolve(file, specifier) {
  if (specifier.startsWith(".")) return `${path.posix.join(path.posix.dirname(file), specifier)}.d.ts`;
  const [, name] = /^@heddle\/(contract|stats)$/.exec(specifier) ?? [];
  if (name === undefined) throw new Error(`${file} reaches ${specifier}, which the package does not hold.`);
  return `${name}/src/index.d.ts`;
}

/** `sdk/src/flow/types.d.ts` is published as `flow/types.d.ts`; other packages keep their name. */
function place(file) {
  return file.startsWith("sdk/src/") ? file.slice("sdk/src/".length) : file.replace("/src/", "/");
}

function relative(from, to) {
  const way = path.posix.relative(path.posix.dirname(place(from)), place(to));
  return way.startsWith(".") ? way : `./${way}`;
}

async function write(file, text) {
  await mkdir(path.dirname(path.join(out, file)), { recursive: true });
  await writeFile(path.join(out, file), text);
}
