import type { ProcedureRow } from "../row";

export const memberProcedures: Record<string, ProcedureRow> = {
  "members.list": { who: "organization viewer" },
  "members.update": {
    who: "organization admin",
    input: async ({ make }) => ({ userId: await make.person("viewer"), role: "member" }),
    ids: ["userId"],
  },
  "members.remove": {
    who: "organization admin",
    input: async ({ make }) => ({ userId: await make.person("viewer") }),
    ids: ["userId"],
  },
  "members.resetLink": {
    who: "organization admin",
    input: ({ member }) => ({ userId: member }),
    ids: ["userId"],
  },
};
