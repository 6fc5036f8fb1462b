import type { ProcedureRow } from "../row";

const one: Pick<ProcedureRow, "who" | "input" | "ids"> = {
  who: "project admin",
  input: async ({ make }) => ({ id: await make.quarantined() }),
  ids: ["id"],
};
const some: Pick<ProcedureRow, "who" | "input" | "ids"> = {
  who: "project admin",
  input: async ({ make }) => ({ ids: [await make.quarantined()] }),
  ids: ["ids"],
};

export const quarantineProcedures: Record<string, ProcedureRow> = {
  "quarantine.inbox": { who: "project admin" },
  "quarantine.list": {
    who: "project admin",
    input: async ({ make }) => ({ limit: 100, cursor: await make.quarantined() }),
    places: ["cursor"],
  },
  "quarantine.get": one,
  "quarantine.contents": one,
  "quarantine.retry": some,
  "quarantine.remove": some,
};
