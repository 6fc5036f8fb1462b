const SOON_MS = 14 * 86_400_000;

export type KeyState = "active" | "ending" | "expired" | "revoked";

/** What a key is worth now; `ending` when it expires within two weeks. */
export function keyState(key: { expiresAt: string | null; revokedAt: string | null }, now: number): KeyState {
  if (key.revokedAt !== null) return "revoked";
  if (key.expiresAt === null) return "active";
  const left = Date.parse(key.expiresAt) - now;
  if (left <= 0) return "expired";
  return left <= SOON_MS ? "ending" : "active";
}
