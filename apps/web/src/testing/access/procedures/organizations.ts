import type { ProcedureRow } from "../row";

export const organizationProcedures: Record<string, ProcedureRow> = {
  "organizations.list": { who: "user" },
  "organizations.mayCreate": { who: "user" },
  "organizations.create": { who: "owner of any", input: () => ({ name: "Walked" }), plain: ["slug"] },
  "organizations.restore": {
    who: "organization owner",
    input: async ({ org, make }) => {
      await make.organizationDeleted();
      return { slug: org };
    },
    ids: ["slug"],
    hidden: true,
    fresh: true,
  },
  "organizations.get": { who: "organization viewer" },
  "organizations.update": {
    who: "organization admin",
    input: ({ mark }) => ({ name: `${mark} name` }),
    plain: ["slug"],
  },
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
