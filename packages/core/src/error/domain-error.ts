export type DomainErrorCode =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "too_large"
  | "rate_limited"
  | "unavailable";

/** A refusal that the caller is told about: what happened, where in the input, how to mend it. */
export class DomainError extends Error {
  readonly code: DomainErrorCode;
  /** Where in the input, as a JSON Pointer; "" when it is the whole. */
  readonly path: string;
  readonly fix: string;

  constructor(
    code: DomainErrorCode,
    message: string,
    detail: { path?: string; fix: string; cause?: unknown },
  ) {
    super(message, { cause: detail.cause });
    this.name = "DomainError";
    this.code = code;
    this.path = detail.path ?? "";
    this.fix = detail.fix;
  }
}
