/** Of PostgreSQL (appendix A of its manual): connection exceptions, too many connections, shutting down. */
const SERVER_CODES = /^(08...|53300|57P0[1-4])$/;
const SOCKET_CODES = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN"]);
/** The pool's own errors carry no code. */
const POOL_MESSAGES = /^(timeout exceeded when trying to connect|Connection terminated)/;

/** Whether an error says that the database is away, so that the same request may work a little later. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  if (SERVER_CODES.test(code) || SOCKET_CODES.has(code) || POOL_MESSAGES.test(error.message)) return true;
  return error.cause !== undefined && isUnreachable(error.cause);
}
