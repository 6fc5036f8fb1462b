import { DomainError } from "@heddle/core";

function tooLarge(limit: number): DomainError {
  return new DomainError("too_large", `The body is larger than ${limit / 1024 ** 2} MiB.`, {
    fix: "Send it in smaller parts.",
  });
}

function brokenOff(cause: unknown): DomainError {
  return new DomainError("invalid", "The body broke off before its end.", { fix: "Send it again.", cause });
}

/** Reads a body and stops at the limit, whatever length its header announces. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge(limit);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader) {
    // A client that was killed is no fault of ours, and must not look like a database that is away.
    const { done, value } = await reader.read().catch((error: unknown) => {
      throw brokenOff(error);
    });
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw tooLarge(limit);
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks, size);
}
