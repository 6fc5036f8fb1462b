import { randomBytes } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { ADDRESS_HEADER, clientAddress } from "../auth/client-address";
import { PATH_HEADER, pagePath } from "../auth/path-header";
import { type Observation, observeRequests } from "../observe/observe-requests";
import { REQUEST_ID_HEADER } from "../observe/request-id";
import { createLastAnswers } from "./last-answers";
import { refusalOf } from "./refusal";
import { replaceHeader } from "./replace-header";
import { API_POLICY, NONCE_HEADER, pagePolicy, securityHeaders } from "./security-headers";

type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

interface Settings {
  publicUrl: string;
  /** How many proxies stand in front, each of which says in X-Forwarded-For whom it heard. */
  trustedProxies: number;
  dev: boolean;
  /** Fires when the process was told to stop. */
  leaving: AbortSignal;
  observation: Observation;
}

const API_PATHS = /^\/(api\/v1(\/|$)|api\/(health|ready|metrics)$|api\/openapi\.json$|sdk\.tgz$)/;
const CSP = "content-security-policy";

/** Sends the paths of the HTTP API to it and everything else to the pages. */
export function createListener(api: Handler, pages: Handler, settings: Settings): RequestListener {
  const { publicUrl, trustedProxies, dev, leaving, observation } = settings;
  const closeWhenLeaving = createLastAnswers(leaving);
  const always = new Map(Object.entries(securityHeaders(publicUrl)));

  const observe = observeRequests(observation, trustedProxies);

  async function route(req: IncomingMessage, res: ServerResponse, requestId: string): Promise<void> {
    const url = req.url ?? "/";
    closeWhenLeaving(res);
    res.setHeaders(always);
    const forwardedFor = req.headers["x-forwarded-for"]?.toString();
    const address = clientAddress(req.socket.remoteAddress ?? "", forwardedFor, trustedProxies);
    replaceHeader(req, ADDRESS_HEADER, address);
    replaceHeader(req, REQUEST_ID_HEADER, requestId);
    if (API_PATHS.test(url.split("?", 1)[0] ?? url)) {
      res.setHeader(CSP, API_POLICY);
      res.setHeader("cache-control", "no-store");
      return api(req, res);
    }
    const refusal = refusalOf(req, publicUrl);
    if (refusal) {
      res.setHeader(CSP, API_POLICY);
      const { status, allow } = refusal;
      res.writeHead(status, { "content-type": "application/json", ...(allow ? { allow } : {}) });
      res.end(JSON.stringify(refusal.problem));
      return;
    }
    const nonce = randomBytes(16).toString("base64");
    const policy = pagePolicy({ nonce, dev });
    // Next takes the nonce for its own scripts from the request's header.
    replaceHeader(req, CSP, policy);
    replaceHeader(req, NONCE_HEADER, nonce);
    replaceHeader(req, PATH_HEADER, pagePath(url));
    res.setHeader(CSP, policy);
    return pages(req, res);
  }

  return (req, res) =>
    observe(req, res, (requestId) => {
      route(req, res, requestId).catch((error: unknown) => {
        observation.log.error({ err: error }, "request failed");
        if (!res.headersSent) res.writeHead(500, { "content-type": "text/plain" });
        res.end(`Something went wrong on our side. Request ${requestId}.`);
      });
    });
}
