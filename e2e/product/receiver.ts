import { once } from "node:events";
import { createServer } from "node:http";

/** A Slack message as it arrives at the incoming webhook. */
export interface SlackMessage {
  text: string;
  blocks: unknown[];
}

export interface Receiver {
  /** What to paste into the form as the webhook's address. */
  url: string;
  messages: SlackMessage[];
  close(): Promise<void>;
}

/** The far end of Slack: takes every message and answers as Slack does. */
export async function startReceiver(port: number): Promise<Receiver> {
  const messages: SlackMessage[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    messages.push(JSON.parse(Buffer.concat(chunks).toString("utf8")));
    response.end("ok");
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${port}/services/T000/B000/secret`,
    messages,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
