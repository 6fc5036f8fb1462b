import { hkdfSync } from "node:crypto";

type Purpose = "api-key" | "session" | "encryption" | "token";

/** A 256-bit key for one purpose, derived from the instance's secret with HKDF-SHA-256 (RFC 5869). */
export function deriveKey(secret: string, purpose: Purpose): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "heddle", purpose, 32));
}
