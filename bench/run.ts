import { readdir } from "node:fs/promises";
import path from "node:path";

/** Runs every benchmark in the folder named on the command line: each file exports `run()`. */
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
  const files = (await readdir(path.join(import.meta.dirname, name))).filter((file) =>
    /\.bench\.ts$/.test(file),
  );
  for (const file of files.sort()) {
    const benchmark: { run: () => Promise<void> } = await import(path.join(import.meta.dirname, name, file));
    await benchmark.run();
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
