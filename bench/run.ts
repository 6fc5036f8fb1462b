import { readdir } from "node:fs/promises";
import path from "node:path";

/** Runs every benchmark in the folder named on the command line: the files that export `run()`. */
async function main(): Promise<void> {
  const [name = ""] = process.argv.slice(2);
  const names = (await readdir(import.meta.dirname, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && entry.name !== "node_modules")
    .map((entry) => entry.name);
  if (!names.includes(name)) {
    throw new Error(
      `There is no benchmark "${name}". Run: npm run bench -- ${names.join(" | ") || "<name>"}`,
    );
  }
  const folder = path.join(import.meta.dirname, name);
  const files = (await readdir(folder)).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  for (const file of files.sort()) {
    const benchmark: { run?: () => Promise<void> } = await import(path.join(folder, file));
    await benchmark.run?.();
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
