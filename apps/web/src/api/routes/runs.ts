import { runPageSchema, runWithNodesSchema } from "@heddle/contract";
import { getRunWithNodes, getRunWithNodesInput, listRuns, listRunsInput } from "@heddle/core";
import { z } from "zod";
import { parse } from "../parse";
import { problems } from "../responses";
import type { Route } from "../route";

const listParameters = z.strictObject({
  ...listRunsInput.shape,
  cursor: z.string().optional().meta({ description: "`nextCursor` of the page before." }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** A parameter that is given several times is a list. */
function parametersOf(given: Record<string, string[]>): Record<string, string | string[] | undefined> {
  return Object.fromEntries(
    Object.entries(given).map(([name, values]) => [name, values.length > 1 ? values : values[0]]),
  );
}

export const listRunsRoute: Route = {
  method: "get",
  path: "/api/v1/runs",
  access: "read",
  about: "project",
  operation: {
    operationId: "listRuns",
    summary: "List runs, newest first",
    requestParams: { query: listParameters },
    responses: {
      "200": { description: "A page of runs.", content: { "application/json": { schema: runPageSchema } } },
      ...problems(400, 401, 403, 404),
    },
  },
  async handle(c, services, caller) {
    const ctx = await caller.project();
    const input = parse(listParameters, parametersOf(c.req.queries()));
    return c.json(await listRuns({ ctx, input, ingestUpSince: services.uptime.since }));
  },
};

const runParameters = z.object({ id: z.string().meta({ description: "Id of the run.", format: "uuid" }) });

const nodeParameters = z.strictObject({
  cursor: z.string().optional().meta({ description: "`nextCursor` of the page before." }),
  limit: z.coerce.number().int().min(1).max(1000).default(200).meta({ description: "Node runs in a page." }),
});

export const getRunRoute: Route = {
  method: "get",
  path: "/api/v1/runs/{id}",
  access: "read",
  about: "project",
  operation: {
    operationId: "getRun",
    summary: "Read a run and its node runs",
    requestParams: { path: runParameters, query: nodeParameters },
    responses: {
      "200": {
        description: "The run with a page of its node runs.",
        content: { "application/json": { schema: runWithNodesSchema } },
      },
      ...problems(400, 401, 403, 404),
    },
  },
  async handle(c, services, caller) {
    const ctx = await caller.project();
    const input = { runId: parse(runParameters, c.req.param()).id, ...parse(nodeParameters, c.req.query()) };
    return c.json(
      await getRunWithNodes({
        ctx,
        input: parse(getRunWithNodesInput, input),
        ingestUpSince: services.uptime.since,
      }),
    );
  },
};
