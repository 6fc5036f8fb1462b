import { createHmac, hkdfSync } from "node:crypto";

const PREFIX = "whsec_";

/**
 * The secret of a channel as receivers take it: `whsec_` and 32 bytes in base64. Derived with HKDF-SHA-256 from
 * the key that seals addresses, so that nothing of it is stored.
 */
export function signingSecret(encryptionKey: Buffer, channelId: string): string {
  const bytes = hkdfSync("sha256", encryptionKey, "heddle", `webhook ${channelId}`, 32);
  return `${PREFIX}${Buffer.from(bytes).toString("base64")}`;
}

/**
 * Headers by which a receiver knows who sent a payload and when, after Standard Webhooks
 * (https://www.standardwebhooks.com): base64 of HMAC-SHA-256 over `id.timestamp.payload`.
 */
export function signatureHeaders(
  secret: string,
  message: { id: string; at: Date; payload: string },
): Record<string, string> {
  const key = Buffer.from(secret.slice(PREFIX.length), "base64");
  const seconds = String(Math.floor(message.at.getTime() / 1000));
  const signed = createHmac("sha256", key)
    .update(`${message.id}.${seconds}.${message.payload}`)
    .digest("base64");
  return { "webhook-id": message.id, "webhook-timestamp": seconds, "webhook-signature": `v1,${signed}` };
}
