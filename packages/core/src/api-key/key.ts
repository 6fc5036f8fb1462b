import { createHmac, randomBytes } from "node:crypto";

const PREFIX = "hdl_";
const SECRET_BYTES = 32;
const SHOWN = 8;
const FORM = /^hdl_[A-Za-z0-9_-]{43}$/;

/** 256 random bits with a beginning that secret scanners can recognise. */
export function makeKey(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString("base64url");
}

export function looksLikeKey(text: string): boolean {
  return FORM.test(text);
}

/** What may be shown of a key to tell it from others. */
export function keyPrefix(key: string): string {
  return key.slice(0, PREFIX.length + SHOWN);
}

/** Only who has the instance's secret can make or check these hashes, so a copy of the database is not enough. */
export function hashKey(hashingKey: Buffer, key: string): Buffer {
  return createHmac("sha256", hashingKey).update(key).digest();
}
