import type { ProcedureRow } from "../row";

export const auditProcedures: Record<string, ProcedureRow> = {};
