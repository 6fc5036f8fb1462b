import type { ProcedureRow } from "../row";

export const organizationProcedures: Record<string, ProcedureRow> = {};
