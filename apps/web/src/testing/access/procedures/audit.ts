import type { ProcedureRow } from "../row";

export const auditProcedures: Record<string, ProcedureRow> = {
  "audit.list": { who: "organization admin" },
  "audit.listForProject": { who: "project admin" },
};
