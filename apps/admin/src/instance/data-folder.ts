import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { findEmbedded } from "@heddle/db/embedded";
import { z } from "zod";
import { Refusal } from "../refusal";

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));

/** What `npm start` keeps of an instance on this machine. Only looked at. */
export interface DataFolder {
  path: string;
  /** Of the embedded database; null unless it runs. */
  databaseUrl(): Promise<string | null>;
  secret(): Promise<string | null>;
  /** Where the web process listens; null unless Heddle runs. */
  port(): Promise<number | null>;
}

/** The given folder, or the one that `npm start` takes by itself. */
export async function findDataFolder(given?: string): Promise<DataFolder> {
  const folder = given === undefined ? await defaultFolder() : path.resolve(given);
  return {
    path: folder,
    databaseUrl: () => findEmbedded(folder),
    secret: async () => (await read(path.join(folder, "secrets")))?.trim() ?? null,
    port: async () => portIn(await read(path.join(folder, "lock.json"))),
  };
}

async function defaultFolder(): Promise<string> {
  // Loaded here because an image of the product may come without the scripts.
  const { defaultDataDir } = await import("../../../../scripts/start/data/default-folder.mjs").catch(() => {
    throw new Refusal("DATABASE_URL is missing. Set it to the database that web and worker use.");
  });
  return defaultDataDir(ROOT.replace(/[/\\]$/, ""), process.getuid?.());
}

async function read(file: string): Promise<string | null> {
  return await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw new Refusal(`${file} cannot be read (${error.code}). Run this as the user who started Heddle.`);
  });
}

const lock = z.object({ port: z.int() });

function portIn(text: string | null): number | null {
  try {
    return lock.parse(JSON.parse(text ?? "")).port;
  } catch {
    return null;
  }
}
