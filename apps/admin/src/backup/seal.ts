import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { changed } from "./damaged";

/*
 * gzip's own sums leave bits of a file uncovered: its head, and what fills up its last byte. So a backup ends
 * with a second, tiny gzip file that says, as one more comment, the SHA-256 of all bytes before it.
 */

function sealOf(sha256: string): Buffer {
  const bytes = gzipSync(`-- SHA-256 of the file before this line: ${sha256}\n`, { level: 0 });
  // Hints and system differ from one machine to the next.
  bytes[8] = 0;
  bytes[9] = 0xff;
  return bytes;
}

const SEAL_BYTES = sealOf("0".repeat(64)).length;

export async function* sealed(file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  for await (const chunk of file) {
    hash.update(chunk);
    yield chunk;
  }
  yield sealOf(hash.digest("hex"));
}

/** The file without its seal. Throws a `Refusal` at its end when the seal does not fit to what was before it. */
export async function* unsealed(file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of file) {
    held = Buffer.concat([held, chunk]);
    if (held.length <= SEAL_BYTES) continue;
    const ready = held.subarray(0, -SEAL_BYTES);
    held = held.subarray(-SEAL_BYTES);
    hash.update(ready);
    yield ready;
  }
  if (!held.equals(sealOf(hash.digest("hex")))) throw changed();
}
