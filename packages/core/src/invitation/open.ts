/** What of an invitation's row says that it waits to be accepted. */
export const stillOpen = (now: Date) => ({ acceptedAt: null, revokedAt: null, expiresAt: { gt: now } });
