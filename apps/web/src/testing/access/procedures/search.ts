import type { ProcedureRow } from "../row";

export const searchProcedures: Record<string, ProcedureRow> = {};
