import { Agent, type IncomingHttpHeaders, request } from "node:http";

export interface Target {
  url: string;
  apiKey: string;
}

/**
 * `unreached`: nobody took the connection, so that nothing was sent. `broken`: it broke before the whole answer was
 * there.
 */
export type Answer = { status: number; headers: IncomingHttpHeaders; text: string } | "unreached" | "broken";

interface Message {
  method: "POST" | "PUT";
  path: string;
  headers: Record<string, string>;
  body: Uint8Array;
}

const TIMEOUT_MS = 20_000;
const agent = new Agent({ keepAlive: true });

/** One request, once. */
export function send({ url, apiKey }: Target, { method, path, headers, body }: Message): Promise<Answer> {
  return new Promise((resolve) => {
    const authorization = `Bearer ${apiKey}`;
    const length = { "content-length": String(body.byteLength) };
    const options = { method, agent, timeout: TIMEOUT_MS, headers: { authorization, ...length, ...headers } };
    const asked = request(new URL(path, url), options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", () => resolve("broken"));
      response.on("close", () => resolve("broken"));
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        resolve(
          response.complete
            ? { status: response.statusCode ?? 0, headers: response.headers, text }
            : "broken",
        );
      });
    });
    asked.on("error", (error: NodeJS.ErrnoException) => {
      resolve(error.code === "ECONNREFUSED" ? "unreached" : "broken");
    });
    asked.on("timeout", () => asked.destroy());
    asked.end(body);
  });
}
