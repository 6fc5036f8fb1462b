import { isDeepStrictEqual } from "node:util";
import { differenceOf, type Finding } from "./finding";
import type { Owner } from "./owner";

/** What telemetry becomes, and of each table what differs every time: ids of ours, order of arrival, our clock. */
const TABLES = {
  run: ["pipeline_id", "number", "last_seen_at"],
  node_run: [],
  node_attribute: [],
  column_stat: [],
  code_version: ["used_at", "hashed_at", "created_at"],
  node_version: [],
  code_blob: ["used_at", "created_at"],
  environment_snapshot: ["used_at", "created_at"],
  name_text: ["used_at", "created_at"],
};

/** Every row of the disturbed database against those of the undisturbed one. */
export async function checkRows(owner: Owner, reference: Owner): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [table, differing] of Object.entries(TABLES)) {
    const row = `to_jsonb(t) - '{${["project_id", ...differing].join(",")}}'::text[]`;
    const digests = async (of: Owner) =>
      (await of.rows<{ digest: string }>(`select md5((${row})::text) as digest from ${table} t`)).map(
        ({ digest }) => digest,
      );
    const show = async (of: Owner, digest: string | undefined) => {
      const where = `md5((${row})::text) = $1`;
      const [found] = await of.rows<{ row: Row }>(`select ${row} as row from ${table} t where ${where}`, [
        digest,
      ]);
      return found?.row ?? {};
    };
    const [expected, stored] = [await digests(reference), await digests(owner)];
    const { missing, surplus } = differenceOf(expected, stored);
    findings.push({
      what: `rows of ${table}`,
      lost: missing.length,
      duplicated: Math.max(0, stored.length - expected.length),
      example: fieldsThatDiffer(await show(reference, missing[0]), await show(owner, surplus[0])),
    });
  }
  return findings;
}

type Row = { [column: string]: unknown };

function fieldsThatDiffer(expected: Row, stored: Row): string {
  const differing = Object.keys(expected).filter(
    (column) => !isDeepStrictEqual(expected[column], stored[column]),
  );
  return JSON.stringify(differing.map((column) => [column, expected[column], stored[column]])).slice(0, 1500);
}
