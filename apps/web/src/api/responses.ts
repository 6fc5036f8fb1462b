import { problemSchema } from "@heddle/contract";
import type { ZodOpenApiResponsesObject } from "zod-openapi";

const MEANINGS = {
  400: "The request is not as this document describes it.",
  401: "The API key is missing, unknown, revoked or expired.",
  403: "The API key lacks the scope, or belongs to a project and not to the organisation.",
  404: "There is no such thing, or no such project, for this key.",
  409: "It contradicts what is there already.",
  413: "The body is too large, as it comes or decompressed.",
  415: "The body has another media type or encoding.",
  429: "Too many requests with this key, or with wrong ones from this network; for batches also: the server has as many in hand as it can hold, or too much of the project waits to be stored. Each process counts for itself.",
  500: "Something went wrong on our side.",
  503: "The database cannot be reached or takes nothing in right now; try again later.",
} as const;

const RETRY_AFTER = {
  "Retry-After": { description: "Seconds until it is worth trying again.", schema: { type: "integer" } },
} as const;

/** Describes answers that are not 2xx: each is a `Problem`. Whoever needs a key may have to wait, too. */
export function problems(...statuses: (keyof typeof MEANINGS)[]): ZodOpenApiResponsesObject {
  const limited = statuses.includes(401) ? ([429] as const) : [];
  return Object.fromEntries(
    [...statuses, ...limited, 500 as const, 503 as const].map((status) => {
      const content = { "application/json": { schema: problemSchema } };
      const headers = status === 429 || status === 503 ? { headers: RETRY_AFTER } : {};
      return [String(status), { description: MEANINGS[status], content, ...headers }];
    }),
  );
}
