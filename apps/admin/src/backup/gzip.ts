import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip, type Gzip } from "node:zlib";
import { changed } from "./damaged";
import { sealed, unsealed } from "./seal";

const CHUNK_BYTES = 256 * 1024;
/** The default takes twice the time for a file a tenth smaller. */
const LEVEL = 1;

/** Packs text into a sealed gzip file. */
export function pack(text: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  return sealed(through(text, createGzip({ level: LEVEL, chunkSize: CHUNK_BYTES })));
}

/** The text of a packed file. Throws a `Refusal` unless every byte of the file is as it was written. */
export async function* unpack(file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* through(unsealed(file), createGunzip({ chunkSize: CHUNK_BYTES }));
  } catch (error) {
    throw explain(error);
  }
}

async function* through(
  input: AsyncIterable<Buffer>,
  engine: Gzip | ReturnType<typeof createGunzip>,
): AsyncGenerator<Buffer> {
  let failure: { error: unknown } | null = null;
  const feeding = pipeline(input, engine).catch((error: unknown) => {
    failure = { error };
  });
  try {
    for await (const chunk of engine) yield chunk;
  } catch {
    // The pipeline has the cause.
  } finally {
    engine.destroy();
    await feeding;
  }
  const { error } = failure ?? { error: null };
  if (error) throw error;
}

/** zlib speaks of its own sums and blocks. */
function explain(error: unknown): unknown {
  const ofZlib = error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
  return ofZlib ? changed() : error;
}
