import { migrate } from "@heddle/db/migrate";
import type { Command } from "commander";
import { findInstance } from "../instance/find-instance";
import { dataDirOf } from "../instance/with-instance";

/** Brings the database to this version's schema. */
export function addMigrate(program: Command): void {
  program
    .command("migrate")
    .description("bring the database to this version's schema; waits while another process does the same")
    .addHelpText("after", "\nExample:\n  heddle-admin migrate")
    .action(async (_options: unknown, command: Command) => {
      const { databaseUrl } = await findInstance(dataDirOf(command));
      const applied = await migrate({ url: databaseUrl, log: console.error });
      for (const name of applied) console.log(`Applied ${name}.`);
      if (applied.length === 0) console.log("The database is up to date.");
    });
}
