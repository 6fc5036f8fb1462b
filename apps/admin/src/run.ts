import { CommanderError } from "commander";
import { describeFailure } from "./output/describe-failure";
import { makeProgram } from "./program";

/** Does what the words say, and sets the exit code: 0 done, 1 refused or failed, 2 wrong usage. */
export async function run(words: string[]): Promise<void> {
  try {
    await makeProgram().parseAsync(words, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has said already what is wrong with the words.
      process.exitCode = error.exitCode === 0 ? 0 : 2;
    } else {
      console.error(describeFailure(error));
      process.exitCode = 1;
    }
  }
}
