import type { ProcedureRow } from "../row";

export const organizationProcedures: Record<string, ProcedureRow> = {
  "organizations.list": { who: "user" },
  "organizations.mayCreate": { who: "user" },
  "organizations.create": { who: "user", input: ({ mark }) => ({ name: mark }) },
  "organizations.restore": {
    who: "user",
    input: () => ({ slug: "nobody-has-this" }),
    answer: { code: "NOT_FOUND", path: "/slug" },
  },
  "organizations.get": { who: "organization viewer" },
  "organizations.update": { who: "organization admin", input: ({ mark }) => ({ name: `${mark} name` }) },
  "organizations.remove": { who: "organization owner", fresh: true },
  "organizations.leave": {
    who: "organization viewer",
    // So that owners are not the last.
    input: async ({ make }) => {
      await make.person("owner");
      return {};
    },
    fresh: true,
  },
  "organizations.transfer": {
    who: "organization owner",
    input: ({ member }) => ({ userId: member }),
    ids: ["userId"],
    fresh: true,
  },
};
