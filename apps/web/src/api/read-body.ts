import { DomainError } from "@heddle/core";

function tooLarge(limit: number): DomainError {
  return new DomainError("too_large", `The body is larger than ${limit / 1024 ** 2} MiB.`, {
    fix: "Send it in smaller parts.",
  });
}

/** Reads a body and stops at the limit, whatever length its header announces. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge(limit);
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (request.body) {
    for await (const chunk of request.body) {
      size += chunk.byteLength;
      if (size > limit) throw tooLarge(limit);
      chunks.push(chunk);
    }
  }
  return Buffer.concat(chunks, size);
}
