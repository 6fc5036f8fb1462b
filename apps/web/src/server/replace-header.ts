import type { IncomingMessage } from "node:http";

/** Says something to the handlers of a request under a name that clients cannot use: theirs is gone. */
export function replaceHeader(req: IncomingMessage, name: string, value: string): void {
  req.headers[name] = value;
  // Hono reads the headers as they came, Next the parsed ones.
  const raw: string[] = [];
  for (let at = 0; at + 1 < req.rawHeaders.length; at += 2) {
    const [key = "", given = ""] = req.rawHeaders.slice(at, at + 2);
    if (key.toLowerCase() !== name) raw.push(key, given);
  }
  req.rawHeaders = [...raw, name, value];
}
