import type { ProcedureRow } from "../row";

export const versionsProcedures: Record<string, ProcedureRow> = {};
