import { z } from "zod";
import type { Route } from "../route";

/** The document describes itself too, so it is made from the finished list of routes. */
export function openapiRoute(document: () => object): Route {
  return {
    method: "get",
    path: "/api/openapi.json",
    access: "public",
    operation: {
      operationId: "getOpenapi",
      summary: "This document",
      responses: {
        "200": {
          description: "OpenAPI 3.1.",
          content: { "application/json": { schema: z.looseObject({ openapi: z.string() }) } },
        },
      },
    },
    handle: async (c) => c.json(document()),
  };
}
