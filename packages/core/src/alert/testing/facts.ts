import type { FailureFacts } from "../incident/facts";

const AT = new Date("2026-11-23T11:00:00Z");

/** The story of the mock-ups: the fifth failure in a row of growth_features. */
export function sampleFacts(changes: Partial<FailureFacts> = {}): FailureFacts {
  const id = "019f0000-0000-7000-8000-000000001288";
  return {
    failureId: "019f0000-0000-7000-8000-00000000f001",
    organization: "kestrel",
    project: "forecasting",
    environment: "production",
    pipeline: "growth_features",
    run: { id, number: 1288, startedAt: AT, finishedAt: new Date(AT.getTime() + 218_000) },
    failure: {
      node: "join_customers",
      type: "MergeError",
      message: "right keys are not unique\nafter null fill",
      place: { file: "growth/customers.py", line: 61, function: "join_customers" },
    },
    owner: "jun.okafor",
    streak: {
      count: 5,
      first: { id: id.replace("1288", "1284"), number: 1284, startedAt: new Date("2026-11-23T07:00:00Z") },
    },
    lastGood: { id: id.replace("1288", "1283"), number: 1283, startedAt: new Date("2026-11-23T06:00:00Z") },
    code: {
      kind: "other",
      from: "4fd1c0e".padEnd(64, "0"),
      to: "b81e6a7".padEnd(64, "0"),
      nodes: { changed: ["avg_3wk_spend"], added: [], removed: [] },
    },
    git: {
      commit: "5f3b8d0".padEnd(40, "0"),
      sameCommit: false,
      dirty: false,
      author: "Deniz Aydın",
      subject: "Fill gaps with 0",
    },
    others: { inputs: [], config: [], environment: [] },
    skipped: { count: 22, names: ["feature_matrix", "scaled", "model", "report", "chart"] },
    ...changes,
  };
}
