import { Agent, type IncomingHttpHeaders, request } from "node:http";

export interface Question {
  method?: string;
  /** Sent as it is: nothing tidies it up on the way. */
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** Enough of a stream to see whether it was opened: whatever comes after its greeting. */
const opened = (text: string) => /\n\n[\s\S]*data: .*\n\n/.test(text);

/** One request over a socket, without what browsers and `fetch` would add or refuse. Follows nothing. */
export function ask(url: string, question: Question): Promise<Answer> {
  const { method = "GET", path, headers = {}, body } = question;
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const options = { hostname, port, method, path, headers: { ...length, ...headers }, agent };
    let answered = false;
    const sent = request(options, (response) => {
      answered = true;
      let text = "";
      const done = () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      const stream = response.headers["content-type"]?.startsWith("text/event-stream");
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
        if (!stream || !opened(text)) return;
        done();
        sent.destroy();
      });
      response.on("end", done);
      response.on("error", (error) => (stream ? done() : reject(error)));
    });
    sent.on("error", (error: NodeJS.ErrnoException) => {
      // The server closes idle sockets, perhaps at the moment when the agent takes one from its drawer.
      const stale = !answered && sent.reusedSocket && error.code === "ECONNRESET";
      if (stale) ask(url, question).then(resolve, reject);
      else reject(error);
    });
    sent.end(body);
  });
}
