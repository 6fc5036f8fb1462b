import { auditPageSchema } from "@heddle/contract";
import { listAuditEvents, listAuditEventsInput } from "@heddle/core";
import { z } from "zod";
import { parse } from "../parse";
import { problems } from "../responses";
import type { Route } from "../route";

const parameters = z.strictObject({
  ...listAuditEventsInput.shape,
  cursor: z.string().max(400).optional().meta({ description: "`nextCursor` of the page before." }),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const auditEventsRoute: Route = {
  method: "get",
  path: "/api/v1/audit-events",
  access: "admin",
  about: "tenant",
  operation: {
    operationId: "listAuditEvents",
    summary: "List who changed what",
    description:
      "Changes in the project, or anywhere in the organisation, newest first or, to follow them, oldest first.",
    requestParams: { query: parameters },
    responses: {
      "200": { description: "A page.", content: { "application/json": { schema: auditPageSchema } } },
      ...problems(400, 401, 403, 404),
    },
  },
  async handle(c, _services, caller) {
    const ctx = await caller.tenant();
    return c.json(await listAuditEvents({ ctx, input: parse(parameters, c.req.query()) }));
  },
};
