import { checkHealth } from "../check-health";
import { healthSchema } from "../health";
import type { Route } from "../route";

export const healthRoute: Route = {
  method: "get",
  path: "/api/health",
  access: "public",
  operation: {
    operationId: "getHealth",
    summary: "Say whether the instance works",
    responses: {
      "200": { description: "All parts work.", content: { "application/json": { schema: healthSchema } } },
      "503": {
        description: "A part does not work.",
        content: { "application/json": { schema: healthSchema } },
      },
    },
  },
  async handle(c, services) {
    const health = await checkHealth(services);
    return c.json(health, health.status === "ok" ? 200 : 503, { "cache-control": "no-store" });
  },
};
