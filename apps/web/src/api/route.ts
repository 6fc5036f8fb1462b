import type { Context } from "hono";
import type { ZodOpenApiOperationObject } from "zod-openapi";
import type { Services } from "../services";
import type { KeyCaller } from "./key-caller";

interface Described {
  method: "get" | "post" | "put" | "delete";
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
  access: "ingest" | "read" | "admin";
  /** A project, whichever the key belongs to or the request names; either a project or an organisation. */
  about: "project" | "tenant" | "organization";
  handle: (c: Context, services: Services, caller: KeyCaller) => Promise<Response>;
}

/** One route: what it answers, who may call it, and how the API document describes it. */
export type Route = PublicRoute | KeyRoute;
