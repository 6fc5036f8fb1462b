import type { ProcedureRow } from "../row";

export const overviewProcedures: Record<string, ProcedureRow> = {
  "overview.health": { who: "project viewer" },
  "overview.changes": { who: "project viewer", input: () => ({ cosmetic: true }) },
};
