import type { OperatorContext } from "@heddle/core";
import { createDatabase } from "@heddle/db";
import { checkMigrated } from "@heddle/db/migrate";
import type { Command } from "commander";
import { findInstance, type Instance } from "./find-instance";

export interface Tools {
  instance: Instance;
  ctx: OperatorContext;
}

/** The folder that was named on the command line. */
export function dataDirOf(command: Command): string | undefined {
  return command.optsWithGlobals<{ dataDir?: string }>().dataDir;
}

/** Runs a command's work on the instance's database, and closes it. */
export async function withInstance<T>(command: Command, work: (tools: Tools) => Promise<T>): Promise<T> {
  const instance = await findInstance(dataDirOf(command));
  await checkMigrated(instance.databaseUrl);
  const db = createDatabase({ url: instance.databaseUrl, maxConnections: 3 });
  try {
    return await work({
      instance,
      ctx: { db, now: () => new Date(), actor: { type: "system", job: "heddle-admin" } },
    });
  } finally {
    await db.close();
  }
}
