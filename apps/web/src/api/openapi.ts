import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { PROJECT_HEADER } from "./named-project";
import type { Route } from "./route";

const header = (description: string) =>
  z.object({ [PROJECT_HEADER]: z.string().optional().meta({ description }) });

const HEADERS = {
  project: header(
    "Slug of the project. Keys of an organisation need it; keys of a project may leave it out.",
  ),
  tenant: header(
    "Slug of a project: for keys of an organisation, to ask about that instead of the organisation.",
  ),
};

function describe(route: Route): ZodOpenApiOperationObject {
  const { access, operation } = route;
  if (access === "public") return { ...operation, security: [] };
  const scope = `Needs a key with the scope \`${access}\`.`;
  const description = [operation.description, scope].filter(Boolean).join(" ");
  const described = { ...operation, description, security: [{ apiKey: [] }] };
  if (route.about === "organization") return described;
  return { ...described, requestParams: { ...operation.requestParams, header: HEADERS[route.about] } };
}

/** The API document, made from the routes that are served. */
export function describeRoutes(routes: Route[], publicUrl: string) {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    const { path, method } = route;
    paths[path] = { ...paths[path], [method]: describe(route) };
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
          description:
            "An API key of a project or of an organisation: `hdl_...`. Each operation needs its scope.",
        },
      },
    },
    paths,
  });
}
