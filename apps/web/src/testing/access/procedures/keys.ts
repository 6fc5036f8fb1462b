import type { ProcedureRow } from "../row";

export const keyProcedures: Record<string, ProcedureRow> = {
  "keys.list": { who: "project viewer" },
  "keys.create": { who: "project admin", input: ({ mark }) => ({ name: mark, scopes: ["read"] }) },
  "keys.revoke": { who: "project admin", input: async ({ make }) => ({ id: await make.key() }), ids: ["id"] },
};
