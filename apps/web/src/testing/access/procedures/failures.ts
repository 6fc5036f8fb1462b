import { cursorAt } from "../cursor-at";
import type { ProcedureRow } from "../row";

export const failuresProcedures: Record<string, ProcedureRow> = {
  "failures.list": {
    who: "project viewer",
    input: ({ run, failure }) => ({ cursor: cursorAt(run, failure) }),
    places: ["cursor"],
  },
  "failures.strips": { who: "project viewer" },
  "failures.get": {
    who: "project viewer",
    input: ({ failure }) => ({ failureId: failure }),
    ids: ["failureId"],
  },
  "failures.acknowledge": {
    who: "project member",
    input: ({ failure }) => ({ failureId: failure }),
    ids: ["failureId"],
  },
  "failures.mute": {
    who: "project member",
    input: ({ failure }) => ({ failureId: failure, hours: 1 }),
    ids: ["failureId"],
  },
};
