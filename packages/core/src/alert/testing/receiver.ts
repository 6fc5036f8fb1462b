import { once } from "node:events";
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";

/** How the receiver answers a request; the number counts from 1. */
type Answer = (response: ServerResponse, number: number, request: IncomingMessage) => void;

/** A far end that stands in for Slack: a real HTTP server that keeps what it is told. */
export interface Receiver {
  url: string;
  /** `host:port`, as OUTBOUND_ALLOW_HOSTS has it. */
  host: string;
  requests: { body: string; path: string; host: string; headers: IncomingHttpHeaders }[];
  /** Bodies of the requests that were answered with 2xx: what people see. */
  visible: string[];
  connections: () => number;
  answer: (how: Answer) => void;
  close: () => Promise<void>;
}

export const ok: Answer = (response) => void response.end("ok");

/** The path holds a secret, so that tests can look for it where it must not be. */
export const SECRET_PATH = "/services/T024BE7LD/B0SECRET01/w8s3cr3tTOKENa1B2";

export async function startReceiver(): Promise<Receiver> {
  let how: Answer = ok;
  let connections = 0;
  const requests: Receiver["requests"] = [];
  const visible: string[] = [];
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    requests.push({
      body,
      path: request.url ?? "",
      host: request.headers.host ?? "",
      headers: request.headers,
    });
    response.on("finish", () => {
      if (response.statusCode < 300) visible.push(body);
    });
    how(response, requests.length, request);
  });
  server.on("connection", () => connections++);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  const host = `127.0.0.1:${port}`;
  return {
    url: `http://${host}${SECRET_PATH}`,
    host,
    requests,
    visible,
    connections: () => connections,
    answer: (next) => {
      how = next;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
