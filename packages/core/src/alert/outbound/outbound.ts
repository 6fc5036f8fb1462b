import { lookup } from "node:dns/promises";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { readAllowHosts } from "./allow-hosts";
import { PrivateAddressError, pinnedLookup, type Resolve } from "./pinned-lookup";
import { type Refusal, readTarget, refusePrivate, type Target } from "./target";

/** What came of one POST. No text in it holds the address, which is a secret. */
export type PostOutcome =
  | { kind: "answered"; status: number; retryAfter: string | null; body: string }
  | { kind: "unreachable"; message: string }
  | ({ kind: "refused" } & Refusal);

type Sign = (payload: string) => Record<string, string>;

/** The one way out of the instance: POST of JSON to public https hosts and to those allowed by name. */
export interface Outbound {
  /** What can be said against an address without asking the network; null is nothing. */
  refusal(address: string): Refusal | null;
  /** `sign` gives further headers for the bytes that are sent. */
  postJson(address: string, body: unknown, sign?: Sign): Promise<PostOutcome>;
}

const ANSWER_BYTES = 4096;

const resolveAll: Resolve = (host) => lookup(host, { all: true });

export function createOutbound(options: {
  /** Comma list of `host:port` that may be private and may be called without TLS. */
  allowHosts: string;
  timeoutMs?: number;
  resolve?: Resolve;
}): Outbound {
  const { timeoutMs = 10_000, resolve = resolveAll } = options;
  const allowHosts = readAllowHosts(options.allowHosts);
  return {
    refusal(address) {
      const target = readTarget(address, allowHosts);
      return "refusal" in target ? target.refusal : null;
    },
    async postJson(address, body, sign) {
      const target = readTarget(address, allowHosts);
      if ("refusal" in target) return { kind: "refused", ...target.refusal };
      const payload = JSON.stringify(body);
      return post(target, { payload: Buffer.from(payload), headers: sign?.(payload) }, timeoutMs, resolve);
    },
  };
}

function post(
  { url, allowed }: Target,
  { payload, headers = {} }: { payload: Buffer; headers: Record<string, string> | undefined },
  timeoutMs: number,
  resolve: Resolve,
): Promise<PostOutcome> {
  const send = url.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((done) => {
    const call = send(url, {
      method: "POST",
      // A socket of its own: a kept one would skip the check of the address.
      agent: false,
      lookup: pinnedLookup(resolve, allowed),
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        ...headers,
        "content-type": "application/json; charset=utf-8",
        "content-length": payload.length,
        "user-agent": "Heddle",
      },
    });
    let answered = false;
    call.on("error", (error) => {
      if (!answered) done(explain(error, url, timeoutMs));
    });
    call.on("response", async (response) => {
      answered = true;
      const body = await readBeginning(response);
      const { statusCode: status = 0, headers } = response;
      done({ kind: "answered", status, retryAfter: headers["retry-after"] ?? null, body });
      call.destroy();
    });
    call.end(payload);
  });
}

/** Never throws: once there is a status, a body that breaks off changes nothing about what happened. */
async function readBeginning(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= ANSWER_BYTES) break;
    }
  } catch {
    return "";
  }
  return Buffer.concat(chunks).toString("utf8", 0, ANSWER_BYTES);
}

function explain(error: NodeJS.ErrnoException, url: URL, timeoutMs: number): PostOutcome {
  if (error instanceof PrivateAddressError) return { kind: "refused", ...refusePrivate(url) };
  if (error.name === "AbortError" || error.name === "TimeoutError")
    return { kind: "unreachable", message: `${url.host} did not answer within ${timeoutMs / 1000} s.` };
  // Only the code: texts of Node's errors may quote what was asked for.
  return { kind: "unreachable", message: `${url.host} could not be reached (${error.code ?? error.name}).` };
}
