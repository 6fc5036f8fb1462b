/** Too many requests: the caller may come again after this time. */
export class RateLimited extends Error {
  constructor(
    readonly waitMs: number,
    message: string,
    readonly fix: string,
  ) {
    super(message);
  }
}
