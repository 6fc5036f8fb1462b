import { migrate } from "@heddle/db/migrate";
import type { Command } from "commander";
import { readEnv } from "../env";

/** Brings the database to this version's schema. */
export function addMigrate(program: Command): void {
  program
    .command("migrate")
    .description("bring the database to this version's schema; waits while another process does the same")
    .action(async () => {
      const applied = await migrate({ url: readEnv().DATABASE_URL, log: console.log });
      for (const name of applied) console.log(`Applied ${name}.`);
      if (applied.length === 0) console.log("The database is up to date.");
    });
}
