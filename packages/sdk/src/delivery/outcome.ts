export interface Reply {
  status: number;
  retryAfter: string | null;
  body: string;
}

/** What became of a request, as far as the sender has to know. */
export type Outcome =
  | { kind: "ok"; body: string }
  | { kind: "retry"; reason: string; afterMs: number | null }
  | { kind: "too-large" }
  | { kind: "fatal"; reason: string };

const LONGEST_WAIT_MS = 300_000;
const RETRIED = new Set([408, 425, 429]);

/** The one place that says what an HTTP answer, or the lack of one (null), means. */
export function classify(reply: Reply | null, now: number): Outcome {
  if (reply === null) return { kind: "retry", reason: "unreachable", afterMs: null };
  const { status } = reply;
  if (status >= 200 && status < 300) return { kind: "ok", body: reply.body };
  if (status === 413) return { kind: "too-large" };
  if (status >= 500 || RETRIED.has(status)) {
    return { kind: "retry", reason: `http_${status}`, afterMs: waitOf(reply.retryAfter, now) };
  }
  return { kind: "fatal", reason: `http_${status}` };
}

/** `Retry-After` in milliseconds: seconds or a date (RFC 9110, section 10.2.3); null when it says neither. */
function waitOf(header: string | null, now: number): number | null {
  if (header === null || header.trim() === "") return null;
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(wait) ? null : Math.min(LONGEST_WAIT_MS, Math.max(0, wait));
}
