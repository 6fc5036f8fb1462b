import type { ProcedureRow } from "../row";

export const grantProcedures: Record<string, ProcedureRow> = {
  "grants.list": { who: "project viewer" },
  "grants.set": {
    who: "project admin",
    input: async ({ make }) => ({ userId: await make.person("viewer"), role: "member" }),
    ids: ["userId"],
  },
  "grants.remove": {
    who: "project admin",
    input: async ({ make }) => ({ userId: await make.guest("viewer") }),
    ids: ["userId"],
  },
  "grants.leave": {
    who: "project viewer",
    // Who has no grant has nothing to give back.
    input: async ({ make }) => {
      await make.grantToMembers();
      return {};
    },
    fresh: true,
  },
};
