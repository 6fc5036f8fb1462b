import { DomainError } from "@heddle/core";
import { DatabaseProblem } from "@heddle/db/migrate";
import { Command } from "commander";
import { addMigrate } from "./commands/migrate";
import { Refusal } from "./refusal";

const program = new Command("heddle-admin")
  .description("What an operator of Heddle does beside the dashboard.")
  .showHelpAfterError("Say heddle-admin --help for what there is.");

addMigrate(program);

function tell(error: unknown): string | unknown {
  if (error instanceof DomainError) return [error.message, error.fix].filter(Boolean).join(" ");
  return error instanceof Refusal || error instanceof DatabaseProblem ? error.message : error;
}

program.parseAsync().catch((error: unknown) => {
  console.error(tell(error));
  process.exitCode = 1;
});
