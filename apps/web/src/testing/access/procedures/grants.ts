import type { ProcedureRow } from "../row";

export const grantProcedures: Record<string, ProcedureRow> = {};
