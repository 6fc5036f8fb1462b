import type { Outbound } from "./outbound/outbound";

/** What sending takes besides the database; made once by each process. */
export interface SlackAccess {
  outbound: Outbound;
  /** Opens and seals the addresses of webhooks. */
  encryptionKey: Buffer;
  /** Origin of links in messages. */
  publicUrl: string;
}
