import type { ProcedureRow } from "../row";

export const catalogProcedures: Record<string, ProcedureRow> = {};
