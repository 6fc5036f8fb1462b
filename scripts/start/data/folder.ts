import { randomBytes } from "node:crypto";
import { chmod, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { SECRET_REMEDY, weaknessOfSecret } from "@heddle/core/weak-secret";
import { Refusal } from "../../bootstrap/refusal.mjs";

/** Number of the folder's layout; a higher one was written by a newer Heddle. */
const LAYOUT = 1;
const MARKER = "heddle.json";

/** Makes the folder when it is missing; refuses one of a newer version, and one that is not ours. */
export async function openFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true });
    const marker = await readMarker(dataDir);
    if (marker === null) await writeFile(path.join(dataDir, MARKER), JSON.stringify({ layout: LAYOUT }));
  } catch (error) {
    if (error instanceof Refusal || !(error instanceof Error)) throw error;
    throw new Refusal(
      `The data folder ${dataDir} cannot be used (${error.message}). Choose another one with --data-dir.`,
    );
  }
}

/** Deletes what the folder holds, its marker and lock aside. Call it on a folder that was opened and locked. */
export async function emptyFolder(dataDir: string): Promise<void> {
  const entries = (await readdir(dataDir)).filter((entry) => entry !== MARKER && entry !== "lock.json");
  await Promise.all(entries.map((entry) => rm(path.join(dataDir, entry), { recursive: true, force: true })));
}

/** The instance's secret: the one given, or the one made at the first start. */
export async function instanceSecret(dataDir: string, given: string | undefined): Promise<string> {
  if (given) return strong(given);
  const file = path.join(dataDir, "secrets");
  try {
    return (await readFile(file, "utf8")).trim();
  } catch {
    const secret = randomBytes(32).toString("base64url");
    await writePrivate(file, `${secret}\n`);
    return secret;
  }
}

/** The secret, unless it could be guessed. */
function strong(secret: string): string {
  const weakness = weaknessOfSecret(secret);
  if (weakness === null) return secret;
  throw new Refusal(`HEDDLE_SECRET is too weak: it ${weakness}; ${SECRET_REMEDY}.`);
}

/** Writes a file that only its owner may read, whatever mode it had before. */
export async function writePrivate(file: string, text: string): Promise<void> {
  await writeFile(file, "", { mode: 0o600 });
  await chmod(file, 0o600);
  await writeFile(file, text);
}

/** The layout's number; null for an empty folder. */
async function readMarker(dataDir: string): Promise<number | null> {
  const text = await readFile(path.join(dataDir, MARKER), "utf8").catch(() => null);
  if (text === null) {
    if ((await readdir(dataDir)).length === 0) return null;
    throw new Refusal(
      `The folder ${dataDir} holds something else than Heddle's data. Choose another --data-dir.`,
    );
  }
  const { layout } = JSON.parse(text) as { layout: number };
  if (layout <= LAYOUT) return layout;
  throw new Refusal(
    `The data folder ${dataDir} was written by a newer version of Heddle (layout ${layout}, this one knows ` +
      `${LAYOUT}). Update Heddle, or choose another folder with --data-dir.`,
  );
}
