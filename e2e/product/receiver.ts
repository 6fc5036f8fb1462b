import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";

/** A Slack message as it arrives at the incoming webhook. */
export interface SlackMessage {
  text: string;
  blocks: unknown[];
}

export interface Receiver {
  /** What to paste into the form as the webhook's address. */
  url: string;
  messages: SlackMessage[];
  /** What came, byte by byte, in the same order. */
  requests: { headers: IncomingHttpHeaders; body: string }[];
  close(): Promise<void>;
}

/** The far end of Slack: takes every message and answers as Slack does. */
export async function startReceiver(port: number): Promise<Receiver> {
  const messages: SlackMessage[] = [];
  const requests: Receiver["requests"] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString("utf8");
    requests.push({ headers: request.headers, body });
    messages.push(JSON.parse(body));
    response.end("ok");
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${port}/services/T000/B000/secret`,
    messages,
    requests,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
