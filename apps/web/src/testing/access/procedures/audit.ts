import type { ProcedureRow } from "../row";

export const auditProcedures: Record<string, ProcedureRow> = {
  "audit.list": {
    who: "organization admin",
    input: ({ auditCursor }) => ({ cursor: auditCursor }),
    places: ["cursor"],
  },
  "audit.listForProject": {
    who: "project admin",
    input: ({ projectAuditCursor }) => ({ cursor: projectAuditCursor }),
    places: ["cursor"],
  },
};
