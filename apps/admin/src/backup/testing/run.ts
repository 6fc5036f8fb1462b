import { TEST_SECRET } from "@heddle/core/testing";
import { backUp } from "../back-up";
import { newTally } from "../format";
import { restore } from "../restore";

const never = () => new AbortController().signal;

/** A backup in memory; `during` runs while its snapshot is open. */
export async function backedUp(url: string, during?: () => Promise<void>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await backUp({
    url,
    secret: TEST_SECRET,
    tally: newTally(),
    log: () => {},
    signal: never(),
    write: async (bytes) => {
      await during?.();
      for await (const chunk of bytes) chunks.push(chunk);
    },
  });
  return Buffer.concat(chunks);
}

export async function restored(
  url: string,
  file: Buffer,
  options: { secret?: string | null; signal?: AbortSignal; pieces?: AsyncIterable<Buffer> } = {},
): Promise<{ rows: number; log: string[] }> {
  const { secret = TEST_SECRET, signal = never(), pieces = inPieces(file) } = options;
  const tally = newTally();
  const log: string[] = [];
  await restore({ url, file: pieces, secret, tally, log: (line) => log.push(line), signal });
  return { rows: tally.rows, log };
}

async function* inPieces(file: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < file.length; at += 10_000) yield file.subarray(at, at + 10_000);
}
