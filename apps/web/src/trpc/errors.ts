import type { Problem } from "@heddle/contract";
import { DomainError, type DomainErrorCode, pointerOf, remedyOf } from "@heddle/core";
import { TRPCError } from "@trpc/server";
import { ZodError } from "zod";

const CODES = {
  invalid: "BAD_REQUEST",
  unauthenticated: "UNAUTHORIZED",
  forbidden: "FORBIDDEN",
  not_found: "NOT_FOUND",
  conflict: "CONFLICT",
  too_large: "PAYLOAD_TOO_LARGE",
  rate_limited: "TOO_MANY_REQUESTS",
  unavailable: "SERVICE_UNAVAILABLE",
} as const satisfies Record<DomainErrorCode, TRPCError["code"]>;

export function toTrpcError(error: DomainError): TRPCError {
  return new TRPCError({ code: CODES[error.code], message: error.message, cause: error });
}

/** What the caller may know of a refusal; null for defects of ours. */
export function problemOf(error: TRPCError): Problem | null {
  const { cause } = error;
  if (cause instanceof DomainError) {
    return { code: cause.code, message: cause.message, path: cause.path, fix: cause.fix };
  }
  if (cause instanceof ZodError) {
    const issue = cause.issues[0];
    const message = issue?.message ?? "Invalid input";
    return { code: "invalid", message, path: pointerOf(issue), fix: remedyOf(issue) };
  }
  return null;
}
