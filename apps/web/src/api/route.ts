import type { Context as ProjectContext } from "@heddle/core";
import type { Context } from "hono";
import type { ZodOpenApiOperationObject } from "zod-openapi";
import type { Services } from "../services";

interface Described {
  method: "get" | "post" | "put";
  /** As OpenAPI writes it: `/api/v1/runs/{id}`. */
  path: string;
  operation: ZodOpenApiOperationObject;
}

interface PublicRoute extends Described {
  access: "public";
  handle: (c: Context, services: Services) => Promise<Response>;
}

interface KeyRoute extends Described {
  /** The scope that the API key needs. */
  access: "ingest" | "read";
  handle: (c: Context, services: Services, ctx: ProjectContext) => Promise<Response>;
}

/** One route: what it answers, who may call it, and how the API document describes it. */
export type Route = PublicRoute | KeyRoute;
