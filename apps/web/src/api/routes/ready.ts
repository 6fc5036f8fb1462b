import { z } from "zod";
import type { Route } from "../route";

const readySchema = z.object({ status: z.enum(["ready", "stopping"]) }).meta({ id: "Readiness" });

/**
 * What a load balancer asks. It says nothing about database or worker: when one of them is away, every process
 * would leave the balancer at once, and people would get its error page instead of ours.
 */
export const readyRoute: Route = {
  method: "get",
  path: "/api/ready",
  access: "public",
  operation: {
    operationId: "getReadiness",
    summary: "Say whether this process takes requests",
    responses: {
      "200": { description: "It does.", content: { "application/json": { schema: readySchema } } },
      "503": {
        description: "It was told to stop: send requests to another process.",
        content: { "application/json": { schema: readySchema } },
      },
    },
  },
  handle: async (c, { leaving }) =>
    leaving.aborted ? c.json({ status: "stopping" }, 503) : c.json({ status: "ready" }, 200),
};
