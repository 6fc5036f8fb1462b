import type { ProcedureRow } from "../row";

const one: Pick<ProcedureRow, "who" | "input" | "ids"> = {
  who: "operator",
  input: async ({ make }) => ({ id: await make.quarantined() }),
  ids: ["id"],
};
const some: Pick<ProcedureRow, "who" | "input" | "ids"> = {
  who: "operator",
  input: async ({ make, projectId }) => ({ ids: [await make.quarantined()], projectId }),
  ids: ["ids", "projectId"],
};

export const instanceProcedures: Record<string, ProcedureRow> = {
  "instance.health": { who: "operator" },
  "instance.inbox": { who: "operator" },
  "instance.queue": { who: "operator" },
  "instanceQuarantine.list": {
    who: "operator",
    input: async ({ make, projectId }) => ({ limit: 100, projectId, cursor: await make.quarantined() }),
    ids: ["projectId", "cursor"],
  },
  "instanceQuarantine.get": one,
  "instanceQuarantine.contents": one,
  "instanceQuarantine.retry": some,
  "instanceQuarantine.remove": some,
};
