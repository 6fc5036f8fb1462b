import { randomUUID } from "node:crypto";

/** Set by the listener on each request and each answer; what a client sends under it is gone. */
export const REQUEST_ID_HEADER = "x-request-id";

const PLAIN = /^[\w.-]{1,64}$/;

/** The id that a proxy gave to a request, if there is one that is trusted, else a new one. */
export function requestIdOf(given: string | string[] | undefined, trustedProxies: number): string {
  return trustedProxies > 0 && typeof given === "string" && PLAIN.test(given) ? given : randomUUID();
}
