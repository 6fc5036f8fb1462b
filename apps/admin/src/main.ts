import { CommanderError } from "commander";
import { describeFailure } from "./output/describe-failure";
import { endQuietlyWithPipe } from "./output/pipe";
import { makeProgram } from "./program";

endQuietlyWithPipe();
makeProgram()
  .parseAsync()
  .catch((error: unknown) => {
    // Commander has said what is wrong with the words it was given.
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    console.error(describeFailure(error));
    process.exitCode = 1;
  });
