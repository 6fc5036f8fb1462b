import type { ProcedureRow } from "../row";

export const nodesProcedures: Record<string, ProcedureRow> = {};
