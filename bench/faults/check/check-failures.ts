import type { Receiver } from "@heddle/core/testing";
import type { Record } from "../load/record";
import { differenceOf, type Finding } from "./finding";
import type { Owner } from "./owner";

/** One incident and one delivery for each failed run, told at least once; each counted once in its group. */
export async function checkFailures(owner: Owner, record: Record, receiver: Receiver): Promise<Finding[]> {
  const failed = record.runs.filter((run) => run.failed).map(({ id }) => id);
  const incidents = await owner.rows<{ run: string }>("select run_id as run from alert_incident");
  const deliveries = await owner.rows<{ id: string; run: string; status: string }>(
    `select d.id, i.run_id as run, d.status from alert_delivery d join alert_incident i on i.id = d.incident_id`,
  );
  const told = new Set(receiver.requests.map(({ headers }) => String(headers["webhook-id"])));
  return [
    of(
      "incidents",
      failed,
      incidents.map(({ run }) => run),
    ),
    of(
      "deliveries",
      failed,
      deliveries.filter(({ status }) => status === "sent").map(({ run }) => run),
    ),
    of(
      "failures told",
      deliveries.map(({ id }) => id),
      told,
    ),
    await checkGroups(owner, record),
  ];
}

function of(what: string, expected: Iterable<string>, found: Iterable<string>): Finding {
  const { missing, surplus } = differenceOf(expected, found);
  return { what, lost: missing.length, duplicated: surplus.length, example: missing[0] ?? surplus[0] };
}

/** The counters of the groups, against the runs that are in them. */
async function checkGroups(owner: Owner, record: Record): Promise<Finding> {
  const groups = await owner.rows<{ runs: number; members: number; wrong: boolean }>(
    `select f.runs, count(i.id)::int as members,
       (array_agg(i.run_id order by i.run_id))[1] is distinct from f.first_run_id
         or (array_agg(i.run_id order by i.run_id desc))[1] is distinct from f.last_run_id as wrong
     from failure f left join alert_incident i on i.project_id = f.project_id and i.failure_id = f.id
     group by f.project_id, f.id`,
  );
  const finding: Finding = { what: "runs counted in groups of failures", lost: 0, duplicated: 0 };
  for (const { runs, members, wrong } of groups) {
    finding.lost += Math.max(0, members - runs) + (wrong ? 1 : 0);
    finding.duplicated += Math.max(0, runs - members);
  }
  const counted = groups.reduce((sum, { runs }) => sum + runs, 0);
  finding.lost += Math.max(0, record.runs.filter((run) => run.failed).length - counted);
  return finding;
}
