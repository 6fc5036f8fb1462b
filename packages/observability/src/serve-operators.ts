import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Registry } from "prom-client";

/** What only operators reach: a port of its own, without accounts. */
export interface OperatorsServer {
  port: number;
  close(): Promise<void>;
}

interface Options {
  host: string;
  /** 0 for any that is free. */
  port: number;
  registry: Registry;
  /** Why this process should be started again; null when that would mend nothing. */
  problem: () => string | null;
  onError: (error: unknown) => void;
}

const TEXT = "text/plain; charset=utf-8";
/** Whoever is slower, or comes with more, is not Prometheus. */
const LIMITS = {
  maxHeaderSize: 8 * 1024,
  headersTimeout: 5000,
  requestTimeout: 5000,
  keepAliveTimeout: 5000,
  connectionsCheckingInterval: 1000,
};
const MOST_CONNECTIONS = 50;

/** Serves `/metrics`, also as `/api/metrics`, for Prometheus and `/health` for whoever starts processes again that hang. */
export async function serveOperators(options: Options): Promise<OperatorsServer> {
  const { host, port, onError } = options;
  const server = createServer(LIMITS, (request, response) => {
    answer(request, response, options).catch((error: unknown) => {
      onError(error);
      if (!response.headersSent) response.writeHead(500, { "content-type": TEXT });
      response.end("The metrics could not be collected. The log says why.\n");
    });
  });
  server.maxConnections = MOST_CONNECTIONS;
  server.listen(port, host);
  await once(server, "listening").catch((cause: unknown) => {
    throw new Error(
      `The port METRICS_PORT=${port} on ${host} cannot be opened. If it is in use, set another.`,
      { cause },
    );
  });
  server.on("error", onError);
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The port is not known.");
  return {
    port: address.port,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, options: Options): Promise<void> {
  const send = (status: number, body: string, headers: Record<string, string> = {}) => {
    response.writeHead(status, { "content-type": TEXT, "cache-control": "no-store", ...headers });
    response.end(request.method === "HEAD" ? undefined : body);
  };
  if (request.method !== "GET" && request.method !== "HEAD") {
    return send(405, "Use GET.\n", { allow: "GET, HEAD", connection: "close" });
  }
  const path = request.url?.split("?", 1)[0];
  if (path === "/metrics" || path === "/api/metrics") {
    const { registry } = options;
    return send(200, await registry.metrics(), { "content-type": registry.contentType });
  }
  if (path !== "/health") return send(404, "Here are /metrics (or /api/metrics) and /health.\n");
  const found = options.problem();
  send(found === null ? 200 : 503, `${found ?? "ok"}\n`);
}
