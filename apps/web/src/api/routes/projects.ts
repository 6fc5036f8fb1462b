import { projectListSchema } from "@heddle/contract";
import { createProject, createProjectInput, listProjects } from "@heddle/core";
import { z } from "zod";
import { parse } from "../parse";
import { readJson } from "../read-json";
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

const madeSchema = z.object({
  id: z.uuid(),
  slug: z.string().meta({ description: "Its name in addresses, made from the name when none was given." }),
});

export const createProjectRoute: Route = {
  method: "post",
  path: "/api/v1/projects",
  access: "admin",
  about: "organization",
  operation: {
    operationId: "createProject",
    summary: "Create a project",
    description: "For keys of the organisation.",
    requestBody: { required: true, content: { "application/json": { schema: createProjectInput } } },
    responses: {
      "201": { description: "Made.", content: { "application/json": { schema: madeSchema } } },
      ...problems(400, 401, 403, 409, 413),
    },
  },
  async handle(c, _services, caller) {
    const ctx = caller.organization();
    const input = parse(createProjectInput, await readJson(c.req.raw));
    return c.json(await createProject({ ctx, input }), 201);
  },
};
