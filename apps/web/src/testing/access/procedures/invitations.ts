import type { ProcedureRow } from "../row";

export const invitationProcedures: Record<string, ProcedureRow> = {};
