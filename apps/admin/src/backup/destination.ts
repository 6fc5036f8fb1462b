import { access, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { Refusal } from "../refusal";

/** Writes a file that appears under its name only when it is whole and on the disk. */
export async function writeWhole(file: string, bytes: AsyncIterable<Buffer>): Promise<void> {
  await mustBeFree(file);
  const part = `${file}.part`;
  const handle = await open(part, "wx", 0o600).catch((error: NodeJS.ErrnoException) => {
    throw explain(error, part);
  });
  try {
    for await (const chunk of bytes) await handle.appendFile(chunk);
    await handle.sync();
    await handle.close();
    await mustBeFree(file);
    await rename(part, file);
    await syncFolder(path.dirname(file));
  } catch (error) {
    await handle.close().catch(() => {});
    await rm(part, { force: true });
    throw explain(error, part);
  }
}

/** Half a backup is a failure, also when it was the reader who stopped. */
export async function toStdout(bytes: AsyncIterable<Buffer>): Promise<void> {
  if (process.stdout.isTTY) {
    throw new Refusal(
      "A backup is no text for a terminal. Name a file, or pipe it: heddle-admin backup - | ...",
    );
  }
  process.stdout.removeAllListeners("error");
  await pipeline(bytes, process.stdout, { end: false });
}

/** A backup is never written over another one: a mistaken name must not cost the only good copy. */
export async function mustBeFree(file: string): Promise<void> {
  const taken = await access(file).then(
    () => true,
    () => false,
  );
  if (taken) throw new Refusal(`There is a file ${file} already. Choose another name, or delete it.`);
}

function explain(error: unknown, file: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EEXIST") {
    return new Refusal(
      `${file} exists: another backup is writing it, or one was killed. Delete it when none is running.`,
    );
  }
  if (code === "ENOTDIR" || code === "ENOENT")
    return new Refusal(`There is no folder ${path.dirname(file)}. Make it first.`);
  if (code === "ENOSPC") return new Refusal(`There is no room left for ${file}. Nothing of it was kept.`);
  if (code === "EACCES" || code === "EROFS" || code === "EPERM") {
    return new Refusal(`${file} cannot be written (${code}). Choose a folder that you may write to.`);
  }
  return error;
}

/** So that the name outlives a crash of the machine as well. Some systems cannot open a folder. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
