import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";

const SKIPPED_FOLDERS = new Set(["node_modules", ".next", "dist", "generated"]);
const isSource = (name: string) => !name.endsWith(".test.ts") && !name.endsWith(".tsbuildinfo");

/** SHA-256 over the paths and contents of all files under `inputs`; tests and what is built are left out. */
export async function hashSources(root: string, inputs: string[]): Promise<string> {
  const files = (await Promise.all(inputs.map((input) => list(root, input)))).flat().sort();
  const contents = await Promise.all(files.map((file) => readFile(path.join(root, file))));
  const hash = createHash("sha256");
  for (const [index, file] of files.entries()) {
    const content = contents[index] ?? "";
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

async function list(root: string, input: string): Promise<string[]> {
  const found = await stat(path.join(root, input)).catch(() => null);
  if (!found) return [];
  if (found.isFile()) return [input];
  const entries = await readdir(path.join(root, input), { withFileTypes: true });
  const nested = entries.map((entry) => {
    const child = `${input}/${entry.name}`;
    if (entry.isDirectory()) return SKIPPED_FOLDERS.has(entry.name) ? [] : list(root, child);
    return entry.isFile() && isSource(entry.name) ? [child] : [];
  });
  return (await Promise.all(nested)).flat();
}
