import { once } from "node:events";
import type { Server } from "node:http";

/** Listens, or says why not and what to change. */
export async function listen(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  server.listen(port, host);
  await once(server, "listening").catch((cause: unknown) => {
    throw new Error(reason(cause, host, port), { cause });
  });
}

function reason(cause: unknown, host: string, port: number): string {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  if (code === "EADDRINUSE")
    return `PORT=${port} is in use on ${host}. End what listens there, or set another.`;
  if (code === "EACCES") return `PORT=${port} may not be used by this user. Set one above 1023.`;
  const said = cause instanceof Error ? cause.message : String(cause);
  return `HOST=${host} is no address to listen on here (${said}). Set 127.0.0.1, or 0.0.0.0 for everyone.`;
}
