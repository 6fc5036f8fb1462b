import type { ProcedureRow } from "../row";

export const projectProcedures: Record<string, ProcedureRow> = {
  "projects.list": { who: "user" },
  "projects.viewer": { who: "user" },
};
