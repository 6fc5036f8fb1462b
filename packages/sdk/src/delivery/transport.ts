import http from "node:http";
import https from "node:https";
import type { NoReply, Reply } from "./outcome";

const CONNECT_MS = 2000;
const ANSWER_MS = 15_000;
const LONGEST_ANSWER = 4 * 1024 * 1024;
const TIMEOUT: NoReply = { kind: "none", reason: "timeout" };

type Finish = (reply: Reply | NoReply) => void;

export interface Request {
  method: "POST" | "PUT";
  path: string;
  headers: Record<string, string>;
  body: Uint8Array;
}

/**
 * Requests to one server over kept connections that do not keep the process alive: whoever waits for an
 * answer has to.
 */
export class Transport {
  readonly #base: URL;
  readonly #agent: http.Agent;
  readonly #client: typeof http | typeof https;
  readonly #open = new Set<http.ClientRequest>();

  constructor(base: URL) {
    this.#base = base;
    this.#client = base.protocol === "https:" ? https : http;
    this.#agent = new this.#client.Agent({ keepAlive: true, maxSockets: 2 });
  }

  /** The answer, or why there was none. Never rejects. */
  send(request: Request): Promise<Reply | NoReply> {
    return new Promise<Reply | NoReply>((resolve) => this.#send(request, resolve)).catch(noReply);
  }

  #send({ method, path, headers, body }: Request, resolve: Finish): void {
    const url = new URL(`${this.#base.pathname.replace(/\/$/, "")}${path}`, this.#base);
    const all = { ...headers, "content-length": String(body.byteLength) };
    const request = this.#client.request(url, { method, headers: all, agent: this.#agent });
    this.#open.add(request);
    let connecting: NodeJS.Timeout | undefined;
    const giveUp = () => {
      finish(TIMEOUT);
      request.destroy();
    };
    const answering = setTimeout(giveUp, ANSWER_MS).unref();
    const finish: Finish = (reply) => {
      clearTimeout(connecting);
      clearTimeout(answering);
      this.#open.delete(request);
      resolve(reply);
    };
    request.on("socket", (socket) => {
      socket.unref();
      if (!socket.connecting) return;
      connecting = setTimeout(giveUp, CONNECT_MS);
      connecting.unref();
      socket.once("connect", () => clearTimeout(connecting));
    });
    request.on("error", (error) => finish(noReply(error)));
    request.on("close", () => finish(noReply(null)));
    request.on("response", (response) => readReply(response, request, finish));
    request.end(body);
  }

  /** Gives up on all requests that are under way, and on the connections. */
  abort(): void {
    for (const request of this.#open) request.destroy();
    this.#agent.destroy();
  }
}

function noReply(error: unknown): NoReply {
  const code = error instanceof Error && "code" in error ? String(error.code) : "the connection was closed";
  return {
    kind: "none",
    reason: code === "EPROTO" || code.startsWith("ERR_SSL") ? `TLS failed: ${code}` : code,
  };
}

function readReply(response: http.IncomingMessage, request: http.ClientRequest, finish: Finish): void {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on("data", (chunk: Buffer) => {
    size += chunk.byteLength;
    if (size > LONGEST_ANSWER) request.destroy();
    else chunks.push(chunk);
  });
  response.on("error", (error) => finish(noReply(error)));
  response.on("end", () => {
    finish({
      kind: "reply",
      status: response.statusCode ?? 0,
      retryAfter: response.headers["retry-after"] ?? null,
      body: Buffer.concat(chunks).toString("utf8"),
    });
  });
}
