import { hkdfSync } from "node:crypto";

/** Tells whether two instances have the same secret, and nothing else about it. */
export function fingerprint(secret: string): string {
  return Buffer.from(hkdfSync("sha256", secret, "heddle", "backup-fingerprint", 16)).toString("hex");
}
