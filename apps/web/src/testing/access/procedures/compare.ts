import type { ProcedureRow } from "../row";

export const compareProcedures: Record<string, ProcedureRow> = {};
