/** Why a request is refused for now: each is a value of the label `reason` of `heddle_http_rate_limited_total`. */
export type LimitReason = "key" | "guessing" | "busy" | "backlog";

/** Too many requests: the caller may come again after this time. */
export class RateLimited extends Error {
  constructor(
    readonly reason: LimitReason,
    readonly waitMs: number,
    message: string,
    readonly fix: string,
  ) {
    super(message);
  }
}
