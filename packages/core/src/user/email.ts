import { z } from "zod";

const MAX_LENGTH = 320;

/** One mailbox and nothing that a mail program could read as several, or as another one. */
const MAILBOX =
  /^[^\s@"<>()[\],;:\\\p{C}]{1,64}@(?:[^\s@"<>()[\],;:\\\p{C}.]+\.)+[^\s@"<>()[\],;:\\\p{C}.]+$/u;

/** How an address is stored and looked up: people do not tell apart upper and lower case in it. */
export function normaliseEmail(email: string): string {
  return email.trim().normalize("NFC").toLowerCase();
}

/** An address as somebody types it, answered as it is stored. */
export const emailSchema = z
  .string()
  .max(1000)
  .transform(normaliseEmail)
  .pipe(z.string().max(MAX_LENGTH).regex(MAILBOX, { error: "This is not an e-mail address." }));
