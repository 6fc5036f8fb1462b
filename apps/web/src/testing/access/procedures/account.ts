import type { ProcedureRow } from "../row";

export const accountProcedures: Record<string, ProcedureRow> = {};
