import type { ProcedureRow } from "../row";

const place: Pick<ProcedureRow, "who" | "input" | "ids"> = {
  who: "project viewer",
  input: ({ mark, node }) => ({ pipeline: `${mark} pipeline`, node }),
  ids: ["pipeline"],
};

export const nodesProcedures: Record<string, ProcedureRow> = {
  "nodes.get": {
    ...place,
    input: ({ mark, node, run }) => ({ pipeline: `${mark} pipeline`, node, run }),
    ids: ["pipeline", "run"],
  },
  "nodes.history": {
    ...place,
    input: ({ mark, node, run }) => ({ pipeline: `${mark} pipeline`, node, from: run, to: run }),
    ids: ["pipeline"],
    places: ["from", "to"],
  },
  "nodes.codes": place,
  "nodes.failures": place,
  "nodes.change": {
    who: "project viewer",
    input: ({ node, run }) => ({ node, before: run, after: run }),
    ids: ["before", "after"],
  },
};
