import type { ProcedureRow } from "../row";

export const searchProcedures: Record<string, ProcedureRow> = {
  "search.all": { who: "project viewer", input: ({ run }) => ({ q: run.slice(0, 13) }) },
};
