import type { ProcedureRow } from "../row";

const token = "nobody-was-sent-this";

export const invitationProcedures: Record<string, ProcedureRow> = {
  "invitations.list": { who: "organization admin" },
  "invitations.create": {
    who: "organization admin",
    input: ({ mark }) => ({ role: "viewer", email: `${mark}@example.org`, days: 1 }),
  },
  "invitations.revoke": {
    who: "organization admin",
    input: async ({ make }) => ({ id: await make.invitation() }),
    ids: ["id"],
  },
  "invitations.listForProject": { who: "project admin" },
  "invitations.createForProject": { who: "project admin", input: () => ({ role: "viewer" }) },
  "invitations.revokeForProject": {
    who: "project admin",
    input: async ({ make }) => ({ id: await make.invitation() }),
    ids: ["id"],
  },
  "invitations.get": {
    who: "anyone",
    input: () => ({ token }),
    answer: { code: "NOT_FOUND", path: "/token" },
    plain: ["token"],
  },
  "invitations.accept": {
    who: "user",
    input: () => ({ token }),
    answer: { code: "NOT_FOUND", path: "/token" },
    plain: ["token"],
  },
};
