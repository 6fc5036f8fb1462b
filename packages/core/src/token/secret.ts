import { createHmac, randomBytes } from "node:crypto";

const FORM = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits in the letters of a URL. */
export function makeSecret(): string {
  return randomBytes(32).toString("base64url");
}

export function looksLikeSecret(text: string): boolean {
  return FORM.test(text);
}

/** Only who has the instance's secret can make or check these hashes, so a copy of the database is not enough. */
export function hashSecret(hashingKey: Buffer, secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac("sha256", hashingKey).update(secret).digest());
}
