/**
 * Of PostgreSQL (appendix A of its manual): connection exceptions, no disk, memory or connections left, shutting
 * down. Not all of class 53: a limit that is configured (53400) does not pass.
 */
const SERVER_CODES = /^(08...|53[123]00|57P0[1-4])$/;
const SOCKET_CODES = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN"]);
/** The pool's and the client's own errors carry no code. */
const POOL_MESSAGES = /^(timeout exceeded when trying to connect|Connection terminated)|is not queryable$/;

/** Whether an error says that the database is away or full, so that the same request may work later. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  if (SERVER_CODES.test(code) || SOCKET_CODES.has(code) || POOL_MESSAGES.test(error.message)) return true;
  return error.cause !== undefined && isUnreachable(error.cause);
}
