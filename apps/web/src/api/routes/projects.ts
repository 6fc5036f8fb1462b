import { projectListSchema } from "@heddle/contract";
import { listProjects } from "@heddle/core";
import { problems } from "../responses";
import type { Route } from "../route";

export const listProjectsRoute: Route = {
  method: "get",
  path: "/api/v1/projects",
  access: "read",
  about: "tenant",
  operation: {
    operationId: "listProjects",
    summary: "List projects",
    description: "All of the organisation, by name; with a key of a project, that project.",
    responses: {
      "200": { description: "Projects.", content: { "application/json": { schema: projectListSchema } } },
      ...problems(401, 403, 404),
    },
  },
  async handle(c, _services, caller) {
    return c.json({ projects: await listProjects({ ctx: await caller.tenant() }) });
  },
};
