import type { ProcedureRow } from "../row";

export const projectProcedures: Record<string, ProcedureRow> = {
  "projects.list": { who: "user" },
  "projects.viewer": { who: "user" },
  "projects.overview": { who: "organization viewer" },
  "projects.create": {
    who: "organization admin",
    input: ({ mark }) => ({ name: `${mark} project` }),
    plain: ["slug"],
  },
  "projects.get": { who: "project viewer" },
  "projects.update": {
    who: "project admin",
    input: ({ mark }) => ({ name: `${mark} name` }),
    plain: ["slug"],
  },
  "projects.expired": { who: "project admin", input: () => ({ retentionDays: 3650 }) },
  "projects.remove": { who: "project admin", fresh: true },
  // What is not deleted stays as it is.
  "projects.restore": {
    who: "organization admin",
    input: ({ projectId }) => ({ id: projectId }),
    ids: ["id"],
  },
  "projects.transfer": {
    who: "organization admin",
    input: ({ org }) => ({ to: org }),
    answer: { code: "BAD_REQUEST", path: "/to" },
    ids: ["to"],
  },
};
