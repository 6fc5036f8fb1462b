import type { Command } from "commander";
import { backUp } from "../backup/back-up";
import { mustBeFree, toStdout, writeWhole } from "../backup/destination";
import { newTally } from "../backup/format";
import { interruptible } from "../backup/interruption";
import { showProgress, summary } from "../backup/progress";
import { findInstance } from "../instance/find-instance";
import { dataDirOf } from "../instance/with-instance";

const SECRET_NOTE =
  "The backup does not hold HEDDLE_SECRET, without which API keys, alert channels and links in it are worthless. Keep the secret as well, and elsewhere.";

/** Writes a backup. What it says goes to stderr, since stdout may be the backup. */
export function addBackup(program: Command): void {
  program
    .command("backup")
    .argument("<file>", "a file that does not exist yet, or - for standard output")
    .description("write all data, as they are at one moment, to a file; Heddle may go on meanwhile")
    .action(async (file: string, _: unknown, command: Command) => {
      if (file !== "-") await mustBeFree(file);
      const instance = await findInstance(dataDirOf(command));
      const secret = await instance.secret();
      const tally = newTally();
      const startedAt = performance.now();
      const endProgress = showProgress(tally);
      try {
        await interruptible((signal) =>
          backUp({
            url: instance.databaseUrl,
            secret,
            tally,
            log: console.error,
            write: (bytes) => (file === "-" ? toStdout(bytes) : writeWhole(file, bytes)),
            signal,
          }),
        );
      } finally {
        endProgress();
      }
      console.error(`Backed up ${summary(tally, startedAt)}.\n${SECRET_NOTE}`);
    });
}
