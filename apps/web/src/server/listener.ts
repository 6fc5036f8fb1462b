import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { ADDRESS_HEADER } from "../auth/client-address";
import { PATH_HEADER, pagePath } from "../auth/path-header";

type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

const API_PATHS = /^\/(api\/v1(\/|$)|api\/health$|api\/openapi\.json$|sdk\.tgz$)/;

/** Sends the paths of the HTTP API to it and everything else to the pages. */
export function createListener(
  api: Handler,
  pages: Handler,
  { stopping, onError }: { stopping: AbortSignal; onError: (error: unknown) => void },
): RequestListener {
  async function route(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = req.url ?? "/";
    // A client that keeps its connection would otherwise go on sending to a server that is leaving.
    if (stopping.aborted) res.shouldKeepAlive = false;
    req.headers[ADDRESS_HEADER] = req.socket.remoteAddress ?? "";
    req.headers[PATH_HEADER] = pagePath(url);
    await (API_PATHS.test(url.split("?", 1)[0] ?? url) ? api : pages)(req, res);
  }
  return (req, res) => {
    route(req, res).catch((error: unknown) => {
      onError(error);
      if (!res.headersSent) res.writeHead(500, { "content-type": "text/plain" });
      res.end("Something went wrong on our side.");
    });
  };
}
