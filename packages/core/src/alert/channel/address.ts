import { z } from "zod";
import { DomainError } from "../../error/domain-error";
import { seal } from "../../secret/seal";
import type { SlackAccess } from "../slack-access";
import { hint } from "./hint";

export const channelName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\0\p{Cs}]*$/u);
export const channelUrl = z.string().trim().min(1).max(2000);

/** A webhook's address in the form in which it is kept. Refuses what could never be called. */
export function sealAddress(
  url: string,
  slack: SlackAccess,
): { secret: Uint8Array<ArrayBuffer>; hint: string } {
  const refusal = slack.outbound.refusal(url);
  if (refusal) throw new DomainError("invalid", refusal.message, { path: "/url", fix: refusal.fix });
  return { secret: new Uint8Array(seal(slack.encryptionKey, url)), hint: hint(url) };
}
