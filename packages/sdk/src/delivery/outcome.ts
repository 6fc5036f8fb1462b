export interface Reply {
  kind: "reply";
  status: number;
  retryAfter: string | null;
  body: string;
}

/** There was no answer: `reason` is the system's code, or `timeout`. */
export interface NoReply {
  kind: "none";
  reason: string;
}

/** What became of a request, as far as the sender has to know. */
export type Outcome =
  | { kind: "ok"; body: string }
  /** `trouble` goes after the name of the server. */
  | { kind: "retry"; trouble: string; afterMs: number | null }
  | { kind: "too-large" }
  | { kind: "fatal"; reason: string };

const LONGEST_WAIT_MS = 300_000;
const RETRIED = new Set([408, 425, 429]);

/** The one place that says what an HTTP answer, or the lack of one, means. */
export function classify(reply: Reply | NoReply, now: number): Outcome {
  if (reply.kind === "none") {
    return { kind: "retry", trouble: `could not be reached (${reply.reason})`, afterMs: null };
  }
  const { status } = reply;
  if (status >= 200 && status < 300) return { kind: "ok", body: reply.body };
  if (status === 413) return { kind: "too-large" };
  if (status >= 500 || RETRIED.has(status)) {
    const afterMs = waitOf(reply.retryAfter, now);
    return { kind: "retry", trouble: `answered with HTTP ${status}`, afterMs };
  }
  return { kind: "fatal", reason: `http_${status}` };
}

/** `Retry-After` in milliseconds: seconds or a date (RFC 9110, section 10.2.3); null when it says neither. */
function waitOf(header: string | null, now: number): number | null {
  if (header === null || header.trim() === "") return null;
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(wait) ? null : Math.min(LONGEST_WAIT_MS, Math.max(0, wait));
}
