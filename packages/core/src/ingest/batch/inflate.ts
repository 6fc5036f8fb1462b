import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { LIMITS } from "@heddle/contract";
import { DomainError } from "../../error/domain-error";

export type BatchEncoding = "gzip" | "identity";

const gunzipAsync = promisify(gunzip);

/** Each piece is a trip to another thread: in the 16 KiB of the default a usual batch takes twice the time. */
const CHUNK_BYTES = 64 * 1024;

/** The body without its compression. Stops as soon as more comes out than a batch may hold. */
export async function inflate(body: Uint8Array, encoding: BatchEncoding): Promise<Uint8Array> {
  if (body.byteLength > LIMITS.bodyBytes) throw tooLarge("The request", LIMITS.bodyBytes);
  if (encoding === "identity") return body;
  try {
    return await gunzipAsync(body, { maxOutputLength: LIMITS.inflatedBytes, chunkSize: CHUNK_BYTES });
  } catch (error) {
    if (isCode(error, "ERR_BUFFER_TOO_LARGE"))
      throw tooLarge("The decompressed request", LIMITS.inflatedBytes);
    throw new DomainError("invalid", "The request says that it is gzip, but it cannot be decompressed.", {
      fix: "Send the whole gzip stream, or leave out the header Content-Encoding.",
      cause: error,
    });
  }
}

function tooLarge(what: string, bytes: number): DomainError {
  return new DomainError("too_large", `${what} is larger than ${bytes / 1024 ** 2} MiB.`, {
    fix: "Send fewer events in a batch.",
  });
}

function isCode(error: unknown, code: string): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === code;
}
