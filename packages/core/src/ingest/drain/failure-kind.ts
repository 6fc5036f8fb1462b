/**
 * Whose fault it is that batches could not be stored. `passing`: the database's, now; the same will work later.
 * `timeout`: perhaps too much at once. `batch`: the content's.
 */
export type FailureKind = "passing" | "timeout" | "batch";

const TIMEOUT = "57014";

/** Classes of SQLSTATE that content cannot cause: connection, role, rollback, schema, resources, operator, system. */
const PASSING_CLASSES = new Set(["08", "25", "28", "3D", "40", "42", "53", "55", "57", "58", "XX"]);
const PASSING_SYSTEM_ERROR = /^(E[A-Z]+|ERR_SOCKET\w*)$/;
const PASSING_MESSAGE =
  /connection terminated|timeout exceeded|connection error|not queryable|client was closed/i;

export function failureKind(error: unknown): FailureKind {
  const code = codeOf(error);
  if (code === TIMEOUT) return "timeout";
  if (code !== undefined && /^[0-9A-Z]{5}$/.test(code) && PASSING_CLASSES.has(code.slice(0, 2)))
    return "passing";
  if (code !== undefined && PASSING_SYSTEM_ERROR.test(code)) return "passing";
  return error instanceof Error && PASSING_MESSAGE.test(error.message) ? "passing" : "batch";
}

/** Deadlock, serialisation; then what COPY into a partition meets when others changed it: see `Way`. */
const COLLISIONS = new Set(["40P01", "40001", "23505", "23514", "42P01", "42501"]);

/** Two transactions stood in each other's way; doing one of them again is all it takes. */
export function isCollision(error: unknown): boolean {
  const code = codeOf(error);
  return code !== undefined && COLLISIONS.has(code);
}

function codeOf(error: unknown): string | undefined {
  const isCoded = typeof error === "object" && error !== null && "code" in error;
  return isCoded && typeof error.code === "string" ? error.code : undefined;
}
