import type { ProcedureRow } from "../row";

export const identityProcedures: Record<string, ProcedureRow> = {
  "identity.cancel": { who: "anyone" },
};
