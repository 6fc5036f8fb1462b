import { readFile } from "node:fs/promises";
import { DatabaseProblem } from "../database-problem";
import { serverUrl } from "./ensure-database";
import { serverFolder } from "./folder";
import { seeRunningServer } from "./running-server";

/** Where the embedded server of a data folder is reached; null when none runs. Only looks. Throws a `DatabaseProblem`. */
export async function findEmbedded(dataDir: string): Promise<string | null> {
  const folder = serverFolder(dataDir);
  try {
    const server = await seeRunningServer(folder.data);
    if (!server || server.stopping) return null;
    return serverUrl(server.port, await readFile(folder.password, "utf8"));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DatabaseProblem(
      `The database in ${folder.root} cannot be looked at: ${reason}. Run this as the user who started Heddle.`,
      { cause },
    );
  }
}
