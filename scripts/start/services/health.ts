const POLL_MS = 150;
const ANSWER_MS = 3000;
const DEADLINE_MS = 120_000;

/** The address at which this machine reaches the server. */
export function localUrl(host: string, port: number): string {
  const anywhere = host === "0.0.0.0" || host === "::";
  const name = anywhere ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** Waits until the server calls itself healthy: database, queue and worker. */
export async function waitUntilHealthy(url: string, signal: AbortSignal): Promise<void> {
  const end = performance.now() + DEADLINE_MS;
  let last = "no answer";
  while (performance.now() < end) {
    signal.throwIfAborted();
    last = await ask(url);
    if (last === "") return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`The server did not become healthy within ${DEADLINE_MS / 1000} s. It says: ${last}`);
}

/** "" when healthy, else what the server says. */
async function ask(url: string): Promise<string> {
  try {
    const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(ANSWER_MS) });
    return answer.ok ? "" : await answer.text();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
