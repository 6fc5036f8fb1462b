import { cursorAt } from "../cursor-at";
import type { ProcedureRow } from "../row";

export const catalogProcedures: Record<string, ProcedureRow> = {
  "catalog.nodes": {
    who: "project viewer",
    input: ({ node, run }) => ({ q: node, cursor: cursorAt("false", "", "", run) }),
    places: ["cursor"],
  },
  "catalog.facets": { who: "project viewer", input: ({ node }) => ({ q: node }) },
  "catalog.pipelines": {
    who: "project viewer",
    input: ({ mark }) => ({ cursor: cursorAt(mark) }),
    places: ["cursor"],
  },
};
