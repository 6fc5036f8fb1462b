import { publicUrlOf } from "@heddle/core";
import { readEnv } from "../env";
import { Refusal } from "../refusal";
import { type DataFolder, findDataFolder } from "./data-folder";

/** The Heddle that a command is about. */
export interface Instance {
  databaseUrl: string;
  /** Redis holds the jobs when this is given, else PostgreSQL does. */
  redisUrl: string | undefined;
  /** Where people reach it, as far as this process can know. */
  publicUrl: string;
  /** How many days it keeps runs at most; null: as long as their projects do, or RETENTION_DAYS is not set here. */
  instanceDays: number | null;
  /** The secret that keys and links are made with. Throws where it is not known: a wrong one makes worthless ones. */
  secret(): Promise<string>;
}

/**
 * The instance of DATABASE_URL, or the one that `npm start` runs on a data folder. Throws a `Refusal`, or a
 * `DatabaseProblem` where the folder may not be read.
 */
export async function findInstance(dataDir?: string): Promise<Instance> {
  const env = readEnv();
  const folder = env.DATABASE_URL && !dataDir ? null : await findDataFolder(dataDir);
  const databaseUrl = env.DATABASE_URL ?? (await folder?.databaseUrl());
  if (!databaseUrl) {
    const where = folder?.path ?? "";
    throw new Refusal(
      `Heddle is not running on the data folder ${where}. Start it (npm start), name its folder with --data-dir, or set DATABASE_URL.`,
    );
  }
  return {
    databaseUrl,
    redisUrl: env.REDIS_URL,
    publicUrl: publicUrlOf({ PUBLIC_URL: env.PUBLIC_URL, PORT: (await folder?.port()) ?? env.PORT }),
    instanceDays: env.RETENTION_DAYS ?? null,
    secret: async () => env.HEDDLE_SECRET ?? (await secretOf(folder)),
  };
}

async function secretOf(folder: DataFolder | null): Promise<string> {
  const secret = await folder?.secret();
  if (secret) return secret;
  throw new Refusal(
    "HEDDLE_SECRET is missing: keys and links must be made with the secret that the web processes have. Set it to theirs, or name their data folder with --data-dir.",
  );
}
