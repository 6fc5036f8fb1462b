import type { ServerResponse } from "node:http";

/**
 * Makes the answers of a process that is leaving close their connections, also those already being worked on:
 * a client that keeps its connection would otherwise send the next request to nobody.
 */
export function createLastAnswers(leaving: AbortSignal): (res: ServerResponse) => void {
  const open = new Set<ServerResponse>();
  leaving.addEventListener("abort", () => {
    for (const res of open) res.shouldKeepAlive = false;
  });
  return (res) => {
    if (leaving.aborted) res.shouldKeepAlive = false;
    open.add(res);
    res.once("close", () => open.delete(res));
  };
}
