import { open } from "node:fs/promises";
import type { Readable } from "node:stream";
import type { Command } from "commander";
import { newTally } from "../backup/format";
import { interruptible } from "../backup/interruption";
import { intoNewDataFolder } from "../backup/new-data-folder";
import { showProgress, summary } from "../backup/progress";
import { restore } from "../backup/restore";
import { readEnv } from "../env";
import { dataDirOf } from "../instance/with-instance";
import { print } from "../output/print";
import { Refusal } from "../refusal";

interface Target {
  url: string;
  /** Null where none is known. */
  secret: string | null;
}

/** Fills an empty database, or a new data folder of `npm start`. */
export function addRestore(program: Command): void {
  program
    .command("restore")
    .argument("<file>", "what heddle-admin backup wrote, or - for standard input")
    .option("--other-secret", "go on although the backup was made under another HEDDLE_SECRET")
    .description(
      "fill the empty database of DATABASE_URL, or a new folder named with --data-dir, from a backup",
    )
    .action(async (file: string, options: { otherSecret?: boolean }, command: Command) => {
      const otherSecret = options.otherSecret ?? false;
      const input = await openInput(file);
      const tally = newTally();
      const startedAt = performance.now();
      const endProgress = showProgress(tally);
      const header = await interruptible((signal) =>
        withTarget(dataDirOf(command), otherSecret, ({ url, secret }) =>
          restore({
            url,
            file: input,
            secret: otherSecret ? null : secret,
            tally,
            log: console.error,
            signal,
          }),
        ),
      ).finally(endProgress);
      print(
        `Restored ${summary(tally, startedAt)}, as they were at ${header.createdAt} in Heddle ${header.heddle}.`,
      );
    });
}

async function withTarget<T>(
  dataDir: string | undefined,
  otherSecret: boolean,
  work: (target: Target) => Promise<T>,
): Promise<T> {
  const { DATABASE_URL: url, HEDDLE_SECRET: given } = readEnv();
  if (url && dataDir) {
    throw new Refusal("DATABASE_URL and --data-dir name two places to restore to. Give only one of them.");
  }
  if (dataDir) return await intoNewDataFolder({ dataDir, given, otherSecret }, work);
  if (!url) {
    throw new Refusal(
      "Say where to restore to: set DATABASE_URL to an empty database, or name a new folder for npm start with --data-dir.",
    );
  }
  if (!given && !otherSecret) {
    throw new Refusal(
      "HEDDLE_SECRET is missing. Set it to the one that the restored instance will have: the secret of the one that was backed up.",
    );
  }
  return await work({ url, secret: given ?? null });
}

async function openInput(file: string): Promise<Readable> {
  if (file === "-") return process.stdin;
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(`The file ${file} cannot be read (${error.code}).`);
  });
  if ((await handle.stat()).isDirectory()) throw new Refusal(`${file} is a folder. Name a backup in it.`);
  return handle.createReadStream({ highWaterMark: 1 << 18 });
}
