import type { ProcedureRow } from "../row";

export const keyProcedures: Record<string, ProcedureRow> = {
  "keys.list": { who: "project viewer" },
  "keys.create": { who: "project admin", input: ({ mark }) => ({ name: mark, scopes: ["read"] }) },
  "keys.revoke": { who: "project admin", input: async ({ make }) => ({ id: await make.key() }), ids: ["id"] },
  "organizationKeys.list": { who: "organization admin" },
  "organizationKeys.create": {
    who: "organization admin",
    input: ({ mark }) => ({ name: mark, scopes: ["admin"], expiresAt: null }),
  },
  "organizationKeys.revoke": {
    who: "organization admin",
    input: async ({ make }) => ({ id: await make.organizationKey() }),
    ids: ["id"],
  },
};
