export type InvitationState = "open" | "accepted" | "revoked" | "expired";

/** Acceptance and revocation are final; only what waits for either can grow too old. */
export function invitationState(
  row: { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date },
  now: Date,
): InvitationState {
  if (row.acceptedAt) return "accepted";
  if (row.revokedAt) return "revoked";
  return row.expiresAt <= now ? "expired" : "open";
}
