import type { ProcedureRow } from "../row";

export const catalogProcedures: Record<string, ProcedureRow> = {
  "catalog.nodes": { who: "project viewer", input: ({ node }) => ({ q: node }) },
  "catalog.facets": { who: "project viewer", input: ({ node }) => ({ q: node }) },
  "catalog.pipelines": { who: "project viewer" },
};
