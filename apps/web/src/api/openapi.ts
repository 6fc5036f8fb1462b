import { createDocument, type ZodOpenApiPathsObject } from "zod-openapi";
import type { Route } from "./route";

/** The API document, made from the routes that are served. */
export function describeRoutes(routes: Route[], publicUrl: string) {
  const paths: ZodOpenApiPathsObject = {};
  for (const { path, method, access, operation } of routes) {
    const security = access === "public" ? [] : [{ apiKey: [] }];
    paths[path] = { ...paths[path], [method]: { ...operation, security } };
  }
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Heddle",
      version: "1",
      description: "Send what your pipelines do, and read what became of it.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: publicUrl }],
    components: {
      securitySchemes: {
        apiKey: {
          type: "http",
          scheme: "bearer",
          description: "An API key of a project: `hdl_...`. Each operation needs its scope.",
        },
      },
    },
    paths,
  });
}
