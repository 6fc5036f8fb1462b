import type { ProcedureRow } from "../row";

const runs = { input: ({ run }: { run: string }) => ({ a: run, b: run }), ids: ["a", "b"] };

export const compareProcedures: Record<string, ProcedureRow> = {
  "compare.summary": { who: "project viewer", ...runs },
  "compare.nodes": { who: "project viewer", ...runs, plain: ["cursor"] },
  "compare.columns": { who: "project viewer", ...runs, plain: ["cursor"] },
  "compare.graph": { who: "project viewer", ...runs },
  "compare.suggest": { who: "project viewer", input: ({ run }) => ({ runId: run }), ids: ["runId"] },
  "compare.choose": { who: "project viewer", ...runs },
};
