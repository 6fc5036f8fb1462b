import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip, type Gzip } from "node:zlib";
import { damaged } from "./damaged";

/** Of gzip, deflate, no flags, no time, no hints, system unknown: gzip's own sums do not cover these bytes. */
const HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

const CHUNK_BYTES = 256 * 1024;
/** Of zlib's levels the fastest costs a sixth of the default's time for a file a quarter larger. */
const LEVEL = 1;

export const createPacker = (): Gzip => createGzip({ level: LEVEL, chunkSize: CHUNK_BYTES });

/** Gives what the packer makes the same head on every system, so that any other one is an error. */
export async function* withOwnHead(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let begun = false;
  for await (const chunk of packed) {
    yield begun ? chunk : Buffer.concat([HEAD, chunk.subarray(HEAD.length)]);
    begun = true;
  }
}

/** The text of a packed backup. Throws a `Refusal` unless the input is exactly one such file. */
export async function* unpack(input: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  let fed = 0;
  let failure: unknown;
  const feeding = pipeline(async function* () {
    for await (const chunk of withCheckedHead(input)) {
      fed += chunk.length;
      yield chunk;
    }
  }, gunzip).catch((error: unknown) => {
    failure = error;
  });
  try {
    for await (const chunk of gunzip) yield chunk;
    await feeding;
  } catch (error) {
    await feeding;
    throw explain(failure ?? error);
  }
  if (failure) throw explain(failure);
  if (gunzip.bytesWritten !== fed) throw damaged("something follows its end");
}

async function* withCheckedHead(input: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0);
  for await (const chunk of input) {
    if (head === null) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < HEAD.length) continue;
    if (!head.subarray(0, HEAD.length).equals(HEAD)) throw damaged("it was not made by heddle-admin backup");
    yield head;
    head = null;
  }
  if (head !== null) throw damaged(head.length === 0 ? "it is empty" : "it ends too early");
}

/** Words of zlib's own. */
function explain(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "Z_BUF_ERROR") return damaged("it ends too early");
  return code.startsWith("Z_") ? damaged("its bytes are not those that were written") : error;
}
