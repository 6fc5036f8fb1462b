import type { Record } from "../load/record";
import { differenceOf, type Finding } from "./finding";
import type { Owner } from "./owner";

/** Every run is there once, and each pipeline has numbered its own from 1 on without a gap. */
export async function checkRuns(owner: Owner, record: Record): Promise<Finding> {
  const rows = await owner.rows<{
    id: string;
    pipeline: string;
    number: number;
    last: number;
    status: string;
  }>(
    `select r.id, p.name as pipeline, r.number, p.last_number as last, r.status
     from run r left join pipeline p on p.project_id = r.project_id and p.id = r.pipeline_id`,
  );
  const statusOf = (failed: boolean) => (failed ? "failed" : "succeeded");
  const runs = differenceOf(
    record.runs.map(({ id, pipeline, failed }) => `${id} ${pipeline} ${statusOf(failed)}`),
    rows.map(({ id, pipeline, status }) => `${id} ${pipeline} ${status}`),
  );
  const pipelines = [...new Set(record.runs.map(({ pipeline }) => pipeline))].map((name) => {
    return { name, count: record.runs.filter(({ pipeline }) => pipeline === name).length };
  });
  const numbers = differenceOf(
    pipelines.flatMap(({ name, count }) =>
      Array.from({ length: count }, (_, index) => `${name} ${index + 1} of ${count}`),
    ),
    rows.map(({ pipeline, number, last }) => `${pipeline} ${number} of ${last}`),
  );
  const missing = [...runs.missing, ...numbers.missing];
  return {
    what: "runs and their numbers",
    lost: missing.length,
    duplicated: Math.max(0, rows.length - record.runs.length) + numbers.surplus.length,
    example: missing[0],
  };
}
