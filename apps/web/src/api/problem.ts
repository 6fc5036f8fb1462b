import type { Problem } from "@heddle/contract";
import { DomainError, type DomainErrorCode } from "@heddle/core";
import { RateLimited } from "./rate-limited";
import { isUnreachable } from "./unreachable";

const STATUS = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  rate_limited: 429,
  unavailable: 503,
} as const satisfies Record<DomainErrorCode, number>;

const HEADERS: Partial<Record<DomainErrorCode, Record<string, string>>> = {
  unauthenticated: { "www-authenticate": 'Bearer realm="heddle"' },
  unavailable: { "retry-after": "5" },
};

type Code = Problem["code"];

/** An answer that is not 2xx. */
export function problemResponse(
  status: number,
  problem: Problem & Record<string, unknown>,
  headers: Record<string, string> = {},
): Response {
  return Response.json(problem, { status, headers });
}

/** A refusal by the HTTP layer itself: about the form of a request, not about what it asks. */
export function refusal(
  status: 404 | 405 | 415,
  code: Code,
  message: string,
  fix: string,
  headers = {},
): Response {
  return problemResponse(status, { code, message, path: "", fix }, headers);
}

/** What the caller may know of an error; `unexpected` is what we have to look into. */
export function problemOfError(
  error: unknown,
  requestId: string,
): { response: Response; unexpected: boolean } {
  if (error instanceof RateLimited) {
    const problem = { code: "rate_limited", message: error.message, path: "", fix: error.fix };
    const headers = { "retry-after": String(Math.ceil(error.waitMs / 1000)) };
    return { response: problemResponse(STATUS.rate_limited, problem, headers), unexpected: false };
  }
  if (error instanceof DomainError) {
    const { code, message, path, fix } = error;
    return {
      response: problemResponse(STATUS[code], { code, message, path, fix }, HEADERS[code]),
      unexpected: false,
    };
  }
  if (isUnreachable(error)) {
    const problem = {
      code: "unavailable",
      message: "The database cannot be reached or takes nothing in right now.",
      path: "",
      fix: "Try again in a few seconds.",
    };
    return { response: problemResponse(503, problem, HEADERS.unavailable), unexpected: true };
  }
  const problem = {
    code: "internal",
    message: `Something went wrong on our side. Request ${requestId}.`,
    path: "",
    fix: "Try again. If it keeps happening, report the request number to whoever runs this instance.",
  };
  return { response: problemResponse(500, problem), unexpected: true };
}
