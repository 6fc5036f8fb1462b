import { cursorAt } from "../cursor-at";
import type { ProcedureRow } from "../row";

export const runProcedures: Record<string, ProcedureRow> = {
  "runs.list": {
    who: "project viewer",
    input: ({ runsCursor }) => ({ cursor: runsCursor }),
    places: ["cursor"],
    plain: ["to"],
  },
  "runs.histogram": { who: "project viewer" },
  "runs.facets": { who: "project viewer", plain: ["to"] },
  "runs.pipelines": { who: "project viewer" },
  "runs.get": { who: "project viewer", input: ({ run }) => ({ runId: run }), ids: ["runId"] },
  "runs.graph": { who: "project viewer", input: ({ run }) => ({ runId: run }), ids: ["runId"] },
  "runs.changes": { who: "project viewer", input: ({ run }) => ({ runId: run }), ids: ["runId"] },
  "runs.node": { who: "project viewer", input: ({ run, node }) => ({ runId: run, node }), ids: ["runId"] },
  "runs.siblings": { who: "project viewer", input: ({ run }) => ({ runId: run }), ids: ["runId"] },
  "runs.usualNodes": { who: "project viewer", input: ({ run }) => ({ runId: run }), ids: ["runId"] },
  "runs.ledger": {
    who: "project viewer",
    input: ({ run }) => ({ runId: run, cursor: cursorAt(run, "0") }),
    ids: ["runId"],
    places: ["cursor"],
  },
  "runs.columns": {
    who: "project viewer",
    input: ({ run, node, mark }) => ({
      runId: run,
      node,
      order: "node",
      cursor: cursorAt("0", node, "", mark, mark),
    }),
    ids: ["runId"],
    places: ["cursor"],
  },
  "runs.code": { who: "project viewer", input: ({ run }) => ({ runId: run }), ids: ["runId"] },
  "runs.file": {
    who: "project viewer",
    input: ({ run, mark }) => ({ runId: run, path: `src/${mark}.ts` }),
    ids: ["runId"],
  },
  "runs.live": { who: "project viewer" },
};
