import { open } from "../../secret/seal";
import type { SlackAccess } from "../slack-access";
import type { Verdict } from "../verdict";

/** The address of a webhook, or why it cannot be had. */
export function openAddress(secret: Uint8Array, slack: SlackAccess): { url: string } | { verdict: Verdict } {
  try {
    return { url: open(slack.encryptionKey, secret) };
  } catch {
    return {
      verdict: {
        kind: "refused",
        message: "The webhook's address cannot be decrypted: HEDDLE_SECRET is not the one it was saved with.",
        fix: "Save the address again, or bring the former HEDDLE_SECRET back.",
      },
    };
  }
}
