import type { ProcedureRow } from "../row";

export const memberProcedures: Record<string, ProcedureRow> = {};
