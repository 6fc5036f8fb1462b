import { readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import { startEmbedded } from "@heddle/db/embedded";
import { Refusal } from "../refusal";

interface Folder {
  dataDir: string;
  /** HEDDLE_SECRET, if there is one. */
  given: string | undefined;
  /** Whether the instance may get a secret of its own. */
  otherSecret: boolean;
}

/**
 * Makes a data folder for `npm start`, whose empty database `work` fills. When that fails, the folder has no
 * database again.
 */
export async function intoNewDataFolder<T>(
  folder: Folder,
  work: (target: { url: string; secret: string }) => Promise<T>,
): Promise<T> {
  const dataDir = path.resolve(folder.dataDir);
  const { openFolder, lockFolder, instanceSecret, writePrivate } = await folderTools();
  await openFolder(dataDir).catch(asRefusal);
  const unlock = await lockFolder(dataDir, 0).catch(asRefusal);
  try {
    const postgres = path.join(dataDir, "postgres");
    if (await stat(postgres).catch(() => null)) {
      throw new Refusal(
        `There is a database in ${dataDir} already. A backup is restored into a new folder only: name one with --data-dir.`,
      );
    }
    const secret = folder.given ?? (await keptSecret(dataDir));
    if (!secret && !folder.otherSecret) {
      throw new Refusal(
        'Set HEDDLE_SECRET to the secret of the instance that was backed up: it is in the file "secrets" of its data folder.',
      );
    }
    const used = await instanceSecret(dataDir, secret).catch(asRefusal);
    const result = await withServer(dataDir, postgres, (url) => work({ url, secret: used }));
    // `npm start` takes it from here, without a variable.
    await writePrivate(path.join(dataDir, "secrets"), `${used}\n`);
    return result;
  } finally {
    await unlock();
  }
}

async function withServer<T>(
  dataDir: string,
  postgres: string,
  work: (url: string) => Promise<T>,
): Promise<T> {
  try {
    const server = await startEmbedded({ dataDir, log: () => {} });
    try {
      return await work(server.url);
    } finally {
      await server.stop();
    }
  } catch (error) {
    await rm(postgres, { recursive: true, force: true });
    throw error;
  }
}

async function keptSecret(dataDir: string): Promise<string | undefined> {
  const text = await readFile(path.join(dataDir, "secrets"), "utf8").catch(() => "");
  return text.trim() || undefined;
}

/** Loaded here because an image of the product may come without the scripts. */
async function folderTools() {
  const absent = () => {
    throw new Refusal("A data folder belongs to npm start, which is not here. Set DATABASE_URL instead.");
  };
  const { openFolder, instanceSecret, writePrivate } = await import(
    "../../../../scripts/start/data/folder"
  ).catch(absent);
  const { lockFolder } = await import("../../../../scripts/start/data/lock").catch(absent);
  return { openFolder, instanceSecret, writePrivate, lockFolder };
}

/** The scripts have a class of their own for what people are told. */
function asRefusal(error: unknown): never {
  throw error instanceof Error && error.name === "Refusal" ? new Refusal(error.message) : error;
}
