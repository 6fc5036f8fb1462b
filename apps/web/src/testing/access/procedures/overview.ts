import type { ProcedureRow } from "../row";

export const overviewProcedures: Record<string, ProcedureRow> = {};
