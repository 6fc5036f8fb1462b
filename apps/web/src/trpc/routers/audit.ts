import { listAuditEvents, listAuditEventsInput } from "@heddle/core";
import { router } from "../init";
import { organizationProcedure, projectProcedure } from "../procedures";

const page = listAuditEventsInput.omit({ order: true });

/** Newest first. Pass `nextCursor` as `cursor` for the next page; null means that was the last one. */
export const auditRouter = router({
  list: organizationProcedure
    .input(page)
    .query(({ ctx, input }) => listAuditEvents({ ctx: ctx.core, input })),

  listForProject: projectProcedure
    .input(page.omit({ project: true }))
    .query(({ ctx, input: { org: _org, project: _project, ...input } }) =>
      listAuditEvents({ ctx: ctx.core, input }),
    ),
});
