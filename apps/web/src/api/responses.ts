import { problemSchema } from "@heddle/contract";
import type { ZodOpenApiResponsesObject } from "zod-openapi";

const MEANINGS = {
  400: "The request is not as this document describes it.",
  401: "The API key is missing, unknown or revoked.",
  403: "The API key lacks the scope.",
  404: "There is no such thing in the key's project.",
  409: "The batch number was used for other content.",
  413: "The body is too large, as it comes or decompressed.",
  415: "The body has another media type or encoding.",
  500: "Something went wrong on our side.",
  503: "The database cannot be reached right now; try again later.",
} as const;

/** Describes answers that are not 2xx: each is a `Problem`. */
export function problems(...statuses: (keyof typeof MEANINGS)[]): ZodOpenApiResponsesObject {
  return Object.fromEntries(
    [...statuses, 500 as const, 503 as const].map((status) => [
      String(status),
      { description: MEANINGS[status], content: { "application/json": { schema: problemSchema } } },
    ]),
  );
}
