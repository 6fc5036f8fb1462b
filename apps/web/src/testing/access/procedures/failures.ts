import type { ProcedureRow } from "../row";

export const failuresProcedures: Record<string, ProcedureRow> = {
  "failures.list": { who: "project viewer" },
};
