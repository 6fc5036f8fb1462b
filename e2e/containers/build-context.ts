import { execFile } from "node:child_process";
import { access, cp, readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

/** Copies what `docker build` would get in a clone: the files of the repository less what .dockerignore names. */
export async function copyContext(repository: string, target: string): Promise<void> {
  const options = { cwd: repository, maxBuffer: 64 * 1024 * 1024 };
  const { stdout } = await promisify(execFile)("git", ["ls-files", "-z"], options);
  const isIgnored = ignorer(await readFile(path.join(repository, ".dockerignore"), "utf8"));
  for (const file of stdout.split("\0")) {
    const source = path.join(repository, file);
    if (file === "" || isIgnored(file) || !(await isThere(source))) continue;
    await cp(source, path.join(target, file), { preserveTimestamps: true });
  }
}

const isThere = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );

/** A later pattern wins; one that matches a folder matches all below it. */
function ignorer(text: string): (file: string) => boolean {
  const patterns = text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const rules = patterns.map((line) => ({
    matches: expressionOf(line.replace(/^!/, "").replace(/^\/|\/$/g, "")),
    ignored: !line.startsWith("!"),
  }));
  return (file) => rules.findLast(({ matches }) => matches.test(file))?.ignored ?? false;
}

function expressionOf(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|[\]]/g, "\\$&")
    .replace(/\*\*\/|\*|\?/g, (wild) => ({ "**/": "(?:.*/)?", "*": "[^/]*", "?": "[^/]" })[wild] ?? wild);
  return new RegExp(`^${source}(?:/|$)`);
}
