import { gunzipSync } from "node:zlib";
import type { Question } from "./reading";

const SMALL_BYTES = 16 * 1024;
const SMALL_INFLATED_BYTES = 64 * 1024;

/** The body without its compression if it is small with and without it; anything else is null. */
export function inflateSmall({ body, encoding }: Question): Uint8Array | null {
  if (body.byteLength > SMALL_BYTES) return null;
  if (encoding === "identity") return body;
  try {
    return gunzipSync(body, { maxOutputLength: SMALL_INFLATED_BYTES });
  } catch {
    return null;
  }
}
