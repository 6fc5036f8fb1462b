import type { ChannelKind } from "./channel/kind";
import type { PostOutcome } from "./outbound/outbound";

/** What an attempt to send means for the message. */
export type Verdict =
  | { kind: "sent"; status: number }
  /** Worth another try, not before `afterMs` when the far end said so. */
  | { kind: "later"; status?: number; message: string; afterMs?: number }
  | { kind: "refused"; status?: number; message: string; fix: string };

const NEW_WEBHOOK = "Make a new incoming webhook in Slack and save its address here.";

/** Slack's own words. No other part of an answer is repeated: it could quote the address. */
const REASONS: Record<string, { message: string; fix: string }> = {
  no_service: { message: "Slack says that this webhook was removed or is disabled.", fix: NEW_WEBHOOK },
  no_service_id: { message: "Slack does not know this webhook.", fix: NEW_WEBHOOK },
  no_team: { message: "Slack does not know the workspace of this webhook.", fix: NEW_WEBHOOK },
  team_disabled: { message: "The Slack workspace is disabled.", fix: "Use a webhook of another workspace." },
  invalid_token: { message: "Slack does not accept the end of this address.", fix: NEW_WEBHOOK },
  invalid_payload: {
    message: "Slack could not read the message.",
    fix: "Look whether the address is one of an incoming webhook, not of a workflow.",
  },
  invalid_blocks: {
    message: "Slack could not read the message.",
    fix: "Look whether the address is one of an incoming webhook, not of a workflow.",
  },
  channel_not_found: { message: "Slack says that the channel is gone.", fix: NEW_WEBHOOK },
  channel_is_archived: {
    message: "The Slack channel is archived.",
    fix: "Bring the channel back, or make a webhook for another one and save its address here.",
  },
  action_prohibited: {
    message: "The Slack workspace forbids this message.",
    fix: "Ask an administrator of the workspace to allow incoming webhooks in the channel.",
  },
  posting_to_general_channel_denied: {
    message: "Webhooks may not write to the general channel.",
    fix: "Make a webhook for another channel and save its address here.",
  },
};

const GONE = 410;
const TRY_AGAIN = new Set([408, 425, 429]);
const HTTP_DATE = /^[A-Z][a-z]{2}, .* GMT$/;
const LONGEST_WAIT_MS = 60 * 60 * 1000;

/** Seconds or an HTTP date (RFC 9110, section 10.2.3). An hour at most, so that no answer parks a message. */
function waitMs(retryAfter: string | null, now: Date): number | undefined {
  if (retryAfter === null) return undefined;
  const seconds = /^\d+$/.test(retryAfter);
  if (!seconds && !HTTP_DATE.test(retryAfter)) return undefined;
  const ms = seconds ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now.getTime();
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), LONGEST_WAIT_MS);
}

/** Reads what came of a POST to a channel. */
export function readVerdict(outcome: PostOutcome, now: Date, kind: ChannelKind): Verdict {
  if (outcome.kind === "refused") return { kind: "refused", message: outcome.message, fix: outcome.fix };
  if (outcome.kind === "unreachable") return { kind: "later", message: outcome.message };
  const { status } = outcome;
  if (status >= 200 && status < 300) return { kind: "sent", status };
  if (TRY_AGAIN.has(status) || status >= 500) {
    const message = status === 429 ? "Too many messages (429)." : `The far end answered ${status}.`;
    const afterMs = waitMs(outcome.retryAfter, now);
    return afterMs === undefined
      ? { kind: "later", status, message }
      : { kind: "later", status, message, afterMs };
  }
  const reason = kind === "slack" ? REASONS[outcome.body.trim()] : undefined;
  if (reason) return { kind: "refused", status, message: `${reason.message} (${status})`, fix: reason.fix };
  if (status >= 300 && status < 400)
    return {
      kind: "refused",
      status,
      message: `The address redirects elsewhere (${status}), which is not followed.`,
      fix: "Save the address that it leads to.",
    };
  if (status === GONE && kind === "webhook")
    return {
      kind: "refused",
      status,
      message: "The far end says that the address is gone for good (410).",
      fix: "Save another address, or remove the channel.",
    };
  return {
    kind: "refused",
    status,
    message: `The far end does not take the message (${status}).`,
    fix: "Look whether the address is complete and still in use; if not, save a new one.",
  };
}
