import { Command } from "commander";
import { addBackup } from "./commands/backup";
import { addInbox } from "./commands/inbox";
import { addInitialise } from "./commands/initialise";
import { addKey } from "./commands/key";
import { addMigrate } from "./commands/migrate";
import { addOrganization } from "./commands/organization";
import { addProject } from "./commands/project";
import { addQuarantine } from "./commands/quarantine";
import { addQueue } from "./commands/queue";
import { addRestore } from "./commands/restore";
import { addRetention } from "./commands/retention";
import { addStatus } from "./commands/status";
import { addUser } from "./commands/user";

const EXAMPLES = `
Without DATABASE_URL, commands are about the Heddle that npm start runs on this machine.
Exit codes: 0 done, 1 refused or failed, 2 wrong usage.

Examples:
  heddle-admin status
  heddle-admin user reset-password ada@example.org`;

/** All commands. Errors in the words of a command are thrown, so that one place chooses the exit code. */
export function makeProgram(): Command {
  const program = new Command("heddle-admin")
    .description("What an operator of Heddle does beside the dashboard.")
    .option("--data-dir <folder>", "the data folder of an npm start that was given one")
    .showHelpAfterError("Say heddle-admin --help for what there is.")
    .addHelpText("after", EXAMPLES)
    .exitOverride();
  addStatus(program);
  addOrganization(program);
  addProject(program);
  addUser(program);
  addKey(program);
  addInbox(program);
  addQueue(program);
  addQuarantine(program);
  addRetention(program);
  addInitialise(program);
  addMigrate(program);
  addBackup(program);
  addRestore(program);
  return program;
}
