import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
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
  /** Why this process should not be trusted with work; null when it should. */
  problem: () => string | null;
}

/** Serves `/metrics` for Prometheus and `/health` for whoever restarts processes that do not answer. */
export async function serveOperators({ host, port, registry, problem }: Options): Promise<OperatorsServer> {
  const answer: RequestListener = async (request, response) => {
    const path = request.url?.split("?", 1)[0];
    if (path === "/metrics") {
      response.setHeader("content-type", registry.contentType);
      return response.end(await registry.metrics());
    }
    if (path === "/health") {
      const found = problem();
      response.writeHead(found === null ? 200 : 503, { "content-type": "text/plain; charset=utf-8" });
      return response.end(`${found ?? "ok"}\n`);
    }
    response.writeHead(404, { "content-type": "text/plain; charset=utf-8" });
    return response.end("Here are /metrics and /health.\n");
  };
  const server = createServer(answer).listen(port, host);
  await once(server, "listening");
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
