import type { IncomingMessage, ServerResponse } from "node:http";
import { type Logger, type WebMetrics, withLogFields } from "@heddle/observability";
import { gatherFacts } from "./request-facts";
import { REQUEST_ID_HEADER, requestIdOf } from "./request-id";
import { proceduresOf, routeKind } from "./route-kind";

export interface Observation {
  log: Logger;
  metrics: WebMetrics;
  /** What the page at a path is called. */
  pageName: (path: string) => string;
}

interface Answer {
  method: string;
  route: string;
  code: number;
  seconds: number;
  stream: boolean;
}

const SLOW_SECONDS = 1;
const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"]);
/** Asked every few seconds; what they have to say is logged where they find it. */
const PROBES = new Set(["/api/health", "/api/ready"]);

function levelOf({ method, route, code, seconds, stream }: Answer): "error" | "warn" | "info" | "debug" {
  if (PROBES.has(route)) return "debug";
  if (code >= 500) return "error";
  if (seconds >= SLOW_SECONDS && !stream) return "warn";
  return route.startsWith("/api/v1") && method !== "GET" && method !== "HEAD" ? "info" : "debug";
}

/**
 * Gives each request its id, and counts, times and logs it: by the pattern of its route, never by its address,
 * which may hold the token of a link.
 */
export function observeRequests({ log, metrics, pageName }: Observation, trustedProxies: number) {
  function answered(req: IncomingMessage, res: ServerResponse, facts: Record<string, unknown>, ms: number) {
    const path = (req.url ?? "/").split("?", 1)[0] ?? "/";
    const kind = routeKind(path);
    const route = typeof facts.route === "string" ? facts.route : kind;
    const method = METHODS.has(req.method ?? "") ? (req.method ?? "") : "other";
    const stream = String(res.getHeader("content-type")).startsWith("text/event-stream");
    const answer = { method, route, code: res.statusCode, seconds: ms / 1000, stream };
    const aborted = !res.writableFinished && !stream;
    const status = aborted ? "aborted" : `${Math.floor(answer.code / 100)}xx`;
    metrics.inFlight.dec();
    if (!stream) metrics.requests.observe({ route, method, status }, answer.seconds);
    if (answer.code === 429) {
      const reason = typeof facts.limit === "string" ? facts.limit : "other";
      metrics.rateLimited.inc({ route, reason });
    }
    const level = levelOf(answer);
    if (!log.isLevelEnabled(level)) return;
    const page = kind === "page" ? pageName(path) : undefined;
    const procedures = kind === "trpc" ? proceduresOf(path) : undefined;
    const told = { requestId: res.getHeader(REQUEST_ID_HEADER), method, route, page, procedures, ...facts };
    log[level](
      { ...told, status: answer.code, ms: Math.round(ms), aborted: aborted || undefined },
      "request",
    );
  }

  return (req: IncomingMessage, res: ServerResponse, work: (requestId: string) => void): void => {
    const requestId = requestIdOf(req.headers[REQUEST_ID_HEADER], trustedProxies);
    const facts = {};
    const begun = performance.now();
    metrics.inFlight.inc();
    res.setHeader(REQUEST_ID_HEADER, requestId);
    res.once("close", () => answered(req, res, facts, performance.now() - begun));
    withLogFields({ requestId }, () => gatherFacts(facts, () => work(requestId)));
  };
}
